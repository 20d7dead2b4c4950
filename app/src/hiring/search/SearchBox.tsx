import { ActionIcon, CloseButton, Kbd, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import classes from './search-box.module.css'

const inputId = 'search'

/** Names, titles, words: Enter shows the candidates that fit. On a telephone it opens over the top bar. */
export function SearchBox() {
  const { t } = useTranslation('search')
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  function close() {
    setOpen(false)
    opener.current?.focus()
  }
  function search(event: FormEvent) {
    event.preventDefault()
    const q = words.trim()
    if (q !== '') navigate({ to: '/candidates', search: { q } })
    setOpen(false)
  }
  return (
    <>
      <ActionIcon
        ref={opener}
        className={classes.opener ?? ''}
        aria-label={t('open')}
        aria-expanded={open}
        onClick={() => {
          flushSync(() => setOpen(true))
          focusSearch()
        }}
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
            onKeyDown={event => event.key === 'Escape' && open && close()}
            leftSection={<IconSearch size={15} aria-hidden />}
            rightSection={
              open ? <CloseButton size={28} aria-label={t('ui:close')} onClick={close} /> : <Kbd aria-hidden>/</Kbd>
            }
          />
        </form>
      </search>
    </>
  )
}

export function focusSearch(): void {
  document.getElementById(inputId)?.focus()
}
