import { useTranslation } from 'react-i18next'
import { AddressLink, LinkLikeButton } from '../../ui/links.tsx'
import { Time } from '../../ui/Time.tsx'
import classes from './notifications.module.css'
import type { Notification } from './notifications.shapes.ts'
import { useMarkRead } from './notifications-query.tsx'

/** Words by kind: each slice brings those of its own in the part `notificationKinds` of its catalogue. */
export function NotificationLine({ notification }: { notification: Notification }) {
  const { t } = useTranslation(['notifications', 'notificationKinds'])
  const markRead = useMarkRead()
  const { id, kind, params, link, createdAt, readAt } = notification
  const text = t(`notificationKinds:${kind}.text`, { ...params, defaultValue: t('unknown') })
  return (
    <li tabIndex={-1} className={classes.line} data-unread={readAt === null || undefined}>
      <p className={classes.text}>{text}</p>
      <p className={classes.foot}>
        <Time at={createdAt} as="age" />
        {link ? (
          <AddressLink href={link} onClick={() => readAt === null && markRead(id)}>
            {t(`notificationKinds:${kind}.link`, { ...params, defaultValue: t('open') })}
          </AddressLink>
        ) : null}
        {readAt === null ? (
          <LinkLikeButton
            onClick={event => {
              // The button goes away; the focus must not go with it.
              event.currentTarget.closest('li')?.focus()
              markRead(id)
            }}
          >
            {t('markRead')}
          </LinkLikeButton>
        ) : null}
      </p>
    </li>
  )
}
