import { UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Keys } from '../../ui/Keys.tsx'
import classes from './search-button.module.css'

/** Opens the palette. Looks like the field that it leads to; on a telephone only the glass is left of it. */
export function SearchButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('search')
  return (
    <UnstyledButton
      className={classes.button}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={onOpen}
    >
      <IconSearch size={15} aria-hidden />
      <span className={classes.word}>{t('open')}</span>
      <span className={classes.keys} aria-hidden>
        <Keys keys="mod+k" />
      </span>
    </UnstyledButton>
  )
}
