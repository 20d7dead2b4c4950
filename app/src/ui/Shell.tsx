import { ActionIcon } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { createContext, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConnectionLost } from './ConnectionLost.tsx'
import { RailDrawer } from './RailDrawer.tsx'
import { RailWidth } from './RailLink.tsx'
import classes from './shell.module.css'

/** Where a page puts its breadcrumb; undefined for a page that stands alone. */
export const BreadcrumbSlot = createContext<HTMLElement | null | undefined>(undefined)

interface ShellProps {
  /** Company and instance, at the head of the rail. */
  switcher: ReactNode
  /** RailLinks: the areas of the product. */
  nav: ReactNode
  /** RailLinks and buttons at the foot of the rail. */
  foot: ReactNode
  /** The right half of the top bar: search, sync, notifications, person. */
  tools: ReactNode
  children: ReactNode
}

export function Shell({ switcher, nav, foot, tools, children }: ShellProps) {
  const { t } = useTranslation('ui')
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const [collapsed, setCollapsed] = useCollapsed()
  return (
    <div className={classes.shell} data-collapsed={collapsed || undefined}>
      <a href="#main" className={classes.skip}>
        {t('skipToContent')}
      </a>
      <div className={classes.rail}>
        <RailWidth value={collapsed ? 'narrow' : 'wide'}>
          <Rail switcher={switcher} nav={nav} foot={foot} />
          <ActionIcon
            className={classes.collapse}
            aria-label={t(collapsed ? 'rail.expand' : 'rail.collapse')}
            aria-expanded={!collapsed}
            onClick={() => setCollapsed(!collapsed)}
          >
            {collapsed ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
          </ActionIcon>
        </RailWidth>
      </div>
      <div className={classes.column}>
        <header className={classes.bar}>
          <RailDrawer>
            <Rail switcher={switcher} nav={nav} foot={foot} />
          </RailDrawer>
          <div ref={setSlot} className={classes.breadcrumb} />
          <div className={classes.tools}>{tools}</div>
        </header>
        <ConnectionLost />
        <BreadcrumbSlot value={slot}>
          <main id="main" tabIndex={-1} className={classes.main}>
            {children}
          </main>
        </BreadcrumbSlot>
      </div>
    </div>
  )
}

function Rail({ switcher, nav, foot }: Pick<ShellProps, 'switcher' | 'nav' | 'foot'>) {
  const { t } = useTranslation('ui')
  return (
    <>
      <section aria-label={t('rail.company')} className={classes.switcher}>
        {switcher}
      </section>
      <nav aria-label={t('rail.name')} className={classes.nav}>
        {nav}
        <div className={classes.foot}>{foot}</div>
      </nav>
    </>
  )
}

/** Narrow by choice, and by default where the screen leaves little room. */
function useCollapsed(): [boolean, (collapsed: boolean) => void] {
  const isTight = useMediaQuery('(max-width: 63.99em)', false, { getInitialValueInEffect: false })
  const [choice, setChoice] = useLocalStorage<'wide' | 'narrow' | 'auto'>({
    key: 'lodestone.rail',
    defaultValue: 'auto',
    getInitialValueInEffect: false,
  })
  const collapsed = choice === 'auto' ? isTight : choice === 'narrow'
  return [collapsed, next => setChoice(next ? 'narrow' : 'wide')]
}
