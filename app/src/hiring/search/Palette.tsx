import { IconBolt, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listShortcuts } from '../../ui/shortcuts.tsx'
import { PaletteList, usePaletteChoice } from './PaletteList.tsx'
import classes from './palette.module.css'
import { fits, type PaletteGroup, type PaletteItem } from './palette-item.tsx'
import { usePaletteHits, useRecentItems } from './usePaletteHits.tsx'

interface PaletteProps {
  destinations: readonly PaletteItem[]
  actions: readonly PaletteItem[]
  mayFindPeople: boolean
  onClose: () => void
}

/** Ctrl K: people, jobs, pools, pages and actions by a few letters. The first line is what Enter does. */
export default function Palette({ onClose, ...known }: PaletteProps) {
  const { t } = useTranslation('search')
  const [typed, setTyped] = useState('')
  const { groups, isAsking } = useGroups(typed.trim(), known)
  const dialog = useRef<HTMLDialogElement>(null)
  // Closing gives the focus back first: an action may be about the card that had it.
  const choice = usePaletteChoice(groups, item => {
    dialog.current?.close()
    item.run()
  })
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className={classes.palette}
      aria-label={t('open')}
      onClose={onClose}
      onPointerDown={event => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <div className={classes.inside}>
        <div className={classes.field}>
          <IconSearch size={17} aria-hidden />
          <input
            type="text"
            role="combobox"
            aria-label={t('label')}
            aria-expanded
            aria-controls={choice.listId}
            aria-activedescendant={choice.activeOptionId}
            placeholder={t('placeholder')}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={event => {
              setTyped(event.target.value)
              choice.reset()
            }}
            onKeyDown={choice.onKeyDown}
          />
        </div>
        <PaletteList groups={groups} choice={choice} label={t('open')} />
        <p role="status" className={choice.count === 0 && !isAsking ? classes.none : 'visually-hidden'}>
          {isAsking ? t('ui:state.loading') : choice.count === 0 ? t('nothing') : t('count', { count: choice.count })}
        </p>
      </div>
    </dialog>
  )
}

function useGroups(typed: string, { destinations, actions, mayFindPeople }: Omit<PaletteProps, 'onClose'>) {
  const { t } = useTranslation('search')
  const navigate = useNavigate()
  const recent = useRecentItems()
  const { people, jobs, pools, isAsking } = usePaletteHits(typed, mayFindPeople)
  const [here] = useState(listPageActions)
  const known: PaletteGroup[] = [
    { title: t('group.here'), items: here },
    { title: t('group.pages'), items: destinations },
    { title: t('group.actions'), items: actions },
  ]
  if (typed === '')
    return { isAsking: false, groups: withItems([{ title: t('group.recent'), items: recent }, ...known]) }
  const searchAll: PaletteItem = {
    id: 'search',
    label: t('searchAll', { words: typed }),
    icon: <IconSearch size={16} />,
    run: () => navigate({ to: '/candidates', search: { q: typed } }),
  }
  const groups = [
    ...known.map(group => ({ ...group, items: group.items.filter(item => fits(item.label, typed)) })),
    { title: t('group.people'), items: people },
    { title: t('group.jobs'), items: jobs },
    { title: t('group.pools'), items: pools },
    { title: t('group.search'), items: mayFindPeople ? [searchAll] : [] },
  ]
  return { isAsking, groups: withItems(groups) }
}

function withItems(groups: readonly PaletteGroup[]): PaletteGroup[] {
  return groups.filter(group => group.items.length > 0)
}

/** What the page behind offers, asked before the palette takes the focus. */
function listPageActions(): PaletteItem[] {
  return listShortcuts('page')
    .filter(shortcut => shortcut.isPossible?.())
    .map(({ keys, label, run }) => ({ id: keys, label, keys, run, icon: <IconBolt size={16} /> }))
}
