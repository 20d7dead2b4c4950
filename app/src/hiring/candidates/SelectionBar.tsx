import { Button } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkLikeButton } from '../../ui/links.tsx'
import { AddToPoolDialog } from '../talent-pools/AddToPoolDialog.tsx'
import classes from './candidate-selection.module.css'
import type { Selection } from './selection.tsx'

/** What can be done with the people who are chosen. Stays at the foot of the list while one scrolls. */
export function SelectionBar({ selection }: { selection: Selection }) {
  const { t, i18n } = useTranslation(['candidates', 'talent-pools'])
  const [adding, setAdding] = useState(false)
  const count = selection.ids.size
  const number = new Intl.NumberFormat(i18n.language).format(count)
  return (
    <section className={classes.bar} aria-label={t('candidates:selection.bar')} hidden={count === 0}>
      <span role="status">{count > 0 ? t('candidates:selection.count', { count, number }) : null}</span>
      <Button
        variant="default"
        aria-haspopup="dialog"
        leftSection={<IconUsersGroup size={15} aria-hidden />}
        onClick={() => setAdding(true)}
      >
        {t('talent-pools:addTo.button')}
      </Button>
      <LinkLikeButton onClick={() => selection.set([])}>{t('candidates:selection.clear')}</LinkLikeButton>
      {adding ? (
        <AddToPoolDialog
          whom={t('candidates:selection.whom', { count, number })}
          candidateIds={[...selection.ids]}
          onClose={() => setAdding(false)}
          onAdded={() => selection.set([])}
        />
      ) : null}
    </section>
  )
}
