import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'

interface SearchFieldProps {
  label: string
  /** What is searched for now, as the address says. */
  value: string
  onSearch: (text: string) => void
  className?: string | undefined
  /** Under the field: what can be written in it. */
  hint?: string
  /** Why it was refused; takes the place of the hint. */
  error?: string | null
}

const PAUSE_MS = 200

/** Narrows a list while one types: after a short pause, so that neither address nor server is asked for every letter. */
export function SearchField({ label, value, onSearch, className = '', hint, error }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const send = useDebouncedCallback((next: string) => {
    sent.current = next
    onSearch(next)
  }, PAUSE_MS)

  // The address can change from elsewhere, as with Back; what was typed meanwhile is newer than its own echo.
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])

  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} aria-hidden />}
      className={className}
      value={text}
      description={error ? null : hint}
      error={error}
      errorProps={{ role: 'alert' }}
      inputWrapperOrder={['input', 'description', 'error']}
      onChange={event => {
        setText(event.target.value)
        send(event.target.value)
      }}
    />
  )
}

/** The field of the list that is shown; says whether there is one. */
export function focusSearchField(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  field?.focus()
  field?.select()
  return field !== null
}
