import { ActionIcon, Kbd, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './search-box.module.css'

const inputId = 'search'

/** Names, titles, words: Enter shows the candidates that fit. */
export function SearchBox() {
  const { t } = useTranslation('search')
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  function search(event: FormEvent) {
    event.preventDefault()
    const q = words.trim()
    if (q !== '') navigate({ to: '/candidates', search: { q } })
    setOpen(false)
  }
  return (
    <>
      <ActionIcon
        className={classes.opener}
        aria-label={t('label')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <IconSearch size={18} />
      </ActionIcon>
      <search className={classes.box} data-open={open || undefined}>
        <form onSubmit={search}>
          <TextInput
            id={inputId}
            type="search"
            aria-label={t('label')}
            placeholder={t('placeholder')}
            value={words}
            onChange={event => setWords(event.target.value)}
            onKeyDown={event => event.key === 'Escape' && setOpen(false)}
            leftSection={<IconSearch size={15} aria-hidden />}
            rightSection={<Kbd aria-hidden>/</Kbd>}
          />
        </form>
      </search>
    </>
  )
}

export function focusSearch(): void {
  document.getElementById(inputId)?.focus()
}
