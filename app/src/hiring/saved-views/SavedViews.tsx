import { Button, CloseButton, Menu } from '@mantine/core'
import { IconBookmark, IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../ui/problem-words.ts'
import { facetNames } from '../search/search.shapes.ts'
import { SaveViewDialog } from './SaveViewDialog.tsx'
import classes from './saved-views.module.css'
import type { SavedView } from './saved-views.shapes.ts'
import { type RefusedChange, savedViewsQuery, useViewChanges } from './saved-views-query.tsx'

export type ListView = SavedView['view']

interface SavedViewsProps {
  /** The list that is shown now. */
  current: ListView
  /** The view it began with, if it did. */
  openId: string | undefined
  /** Without a view: all candidates. */
  onOpen: (view?: ListView, id?: string) => void
  /** The list stays as it is, and is no view any more. */
  onForget: () => void
}

/** Lists that one wants to see again: one's own, and those that colleagues share. */
export function SavedViews({ current, openId, onOpen, onForget }: SavedViewsProps) {
  const { t } = useTranslation('saved-views')
  const views = useQuery(savedViewsQuery)
  const changes = useViewChanges()
  const [dialog, setDialog] = useState<'new' | 'change'>()
  const all = views.data ?? []
  const open = all.find(view => view.id === openId)
  const isChanged = open !== undefined && keyOf(open.view) !== keyOf(current)
  return (
    <>
      <div className={classes.views}>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<IconBookmark size={15} aria-hidden />}
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              {open ? <span className="visually-hidden">{t('label')}: </span> : null}
              {open ? (isChanged ? t('changed', { name: open.name }) : open.name) : t('none')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={classes.dropdown ?? ''}>
            <Menu.Item onClick={() => onOpen()}>{t('all')}</Menu.Item>
            <ViewItems title={t('own')} views={all.filter(view => view.isOwn)} openId={openId} onOpen={onOpen} />
            <ViewItems title={t('shared')} views={all.filter(view => !view.isOwn)} openId={openId} onOpen={onOpen} />
            {views.error ? (
              <>
                <Menu.Label>{t('failed')}</Menu.Label>
                <Menu.Item closeMenuOnClick={false} onClick={() => views.refetch()}>
                  {t('ui:state.retry')}
                </Menu.Item>
              </>
            ) : null}
            <Menu.Divider />
            {open?.isOwn && isChanged ? (
              <Menu.Item onClick={() => changes.change(open, current)}>
                {t('saveChanges', { name: open.name })}
              </Menu.Item>
            ) : null}
            <Menu.Item aria-haspopup="dialog" onClick={() => setDialog('new')}>
              {t('saveNew')}
            </Menu.Item>
            {open?.isOwn ? (
              <>
                <Menu.Item aria-haspopup="dialog" onClick={() => setDialog('change')}>
                  {t('rename')}
                </Menu.Item>
                <Menu.Item onClick={async () => (await changes.remove(open)) && onForget()}>
                  {t('remove', { name: open.name })}
                </Menu.Item>
              </>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      </div>
      {changes.refused ? <Refused {...changes.refused} onClose={changes.forget} /> : null}
      <SaveViewDialog
        view={dialog === 'change' ? open : undefined}
        current={current}
        opened={dialog !== undefined}
        onClose={() => setDialog(undefined)}
        onSaved={view => onOpen(view.view, view.id)}
      />
    </>
  )
}

interface ViewItemsProps extends Pick<SavedViewsProps, 'openId' | 'onOpen'> {
  title: string
  views: readonly SavedView[]
}

function ViewItems({ title, views, openId, onOpen }: ViewItemsProps) {
  if (views.length === 0) return null
  return (
    <>
      <Menu.Label>{title}</Menu.Label>
      {views.map(view => (
        <Menu.Item
          key={view.id}
          aria-current={view.id === openId || undefined}
          rightSection={view.isOwn ? null : <span className={classes.owner}>{view.owner.name}</span>}
          onClick={() => onOpen(view.view, view.id)}
        >
          {view.name}
        </Menu.Item>
      ))}
    </>
  )
}

/** Stays until it is closed, as a toast would not. */
function Refused({ what, name, error, onClose }: RefusedChange & { onClose: () => void }) {
  const { t } = useTranslation('saved-views')
  const wordProblem = useProblemWords()
  return (
    <div role="alert" className={classes.refused}>
      <p>
        <b>{t(`refused.${what}`, { name })}</b> {wordProblem(error)}
      </p>
      <CloseButton size={28} iconSize={16} aria-label={t('ui:close')} onClick={onClose} />
    </div>
  )
}

/** Two lists are the same when this is: whatever the order of the values in a filter. */
function keyOf({ q, sort, filters, columns }: ListView): string {
  return JSON.stringify([q, sort, facetNames.map(name => [...(filters[name] ?? [])].sort()), columns])
}
