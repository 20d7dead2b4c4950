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
}

const PAUSE_MS = 200

/** Narrows a list while one types: after a short pause, so that neither address nor server is asked for every letter. */
export function SearchField({ label, value, onSearch, className = '' }: SearchFieldProps) {
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
      onChange={event => {
        setText(event.target.value)
        send(event.target.value)
      }}
    />
  )
}
