import { ActionIcon, Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { LinkLikeButton } from '../../ui/links.tsx'
import { NotificationLine } from './NotificationLine.tsx'
import classes from './notifications.module.css'
import { notificationsQuery, useMarkAllRead } from './notifications-query.tsx'

/** The bell of the top bar: what was said to me, newest first. */
export function NotificationBell() {
  const { t } = useTranslation('notifications')
  const query = useQuery(notificationsQuery)
  const markAllRead = useMarkAllRead()
  const [open, setOpen] = useOpenUntilLeaving()
  const unread = query.data?.data.filter(one => one.readAt === null) ?? []
  return (
    <Popover width={360} position="bottom-end" opened={open} onChange={setOpen} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={t('bell', { count: unread.length })} onClick={() => setOpen(!open)}>
          <IconBell size={18} />
          {unread.length > 0 ? <span className={classes.news} aria-hidden /> : null}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('title')} className={classes.dropdown ?? ''}>
        <div className={classes.head}>
          <h2>{t('title')}</h2>
          {unread.length > 1 ? <LinkLikeButton onClick={markAllRead}>{t('markAllRead')}</LinkLikeButton> : null}
        </div>
        <Loaded query={query} failed={t('failed')}>
          {page =>
            page.data.length === 0 ? (
              <EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />
            ) : (
              <ul className={`plain-list ${classes.list}`}>
                {page.data.map(one => (
                  <NotificationLine key={one.id} notification={one} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Popover.Dropdown>
    </Popover>
  )
}

function useOpenUntilLeaving(): [boolean, (open: boolean) => void] {
  const here = useRouterState({ select: state => state.location.href })
  const [openAt, setOpenAt] = useState<string | null>(null)
  return [openAt === here, open => setOpenAt(open ? here : null)]
}
