import { useRouter } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from './applications.shapes.ts'
import classes from './board.module.css'

/**
 * The name, as a link that reaches over the whole card. Not the router's Link, which follows every change of the
 * address: a board draws many of these while it is scrolled.
 */
export function CardLink({ card }: { card: Card }) {
  const { t } = useTranslation('applications')
  const router = useRouter()
  const to = { to: '/applications/$applicationId', params: { applicationId: card.id } } as const
  const open = (event: MouseEvent) => {
    // With a key held it opens where the browser says: a new tab, a new window.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.navigate(to)
  }
  return (
    <>
      {/* The native drag of a link would hide that of the card. */}
      <a href={router.buildLocation(to).href} className={classes.cardName} draggable={false} onClick={open}>
        {card.name}
      </a>
      {card.opened ? null : (
        <span className={classes.dot}>
          <span className="visually-hidden">{t('board.unseen')}</span>
        </span>
      )}
    </>
  )
}
