import { ActionIcon, Drawer } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconMenu2 } from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import { createContext, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RailWidth } from './RailLink.tsx'
import classes from './shell.module.css'

/** Where a page puts its breadcrumb. */
export const BreadcrumbSlot = createContext<HTMLElement | null>(null)

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
      <div className={classes.switcher}>{switcher}</div>
      <nav aria-label={t('rail.name')} className={classes.nav}>
        {nav}
        <div className={classes.foot}>{foot}</div>
      </nav>
    </>
  )
}

/** Below 768 px the rail is a drawer, closed again by going somewhere. */
function RailDrawer({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui')
  const [open, setOpen] = useState(false)
  const address = useRouterState({ select: state => state.location.href })
  useEffect(() => setOpen(false), [address])
  return (
    <>
      <ActionIcon className={classes.menuButton} aria-label={t('rail.open')} onClick={() => setOpen(true)}>
        <IconMenu2 size={18} />
      </ActionIcon>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        size={260}
        title={t('rail.name')}
        closeButtonProps={{ 'aria-label': t('close') }}
        classNames={{ body: classes.drawerBody ?? '' }}
      >
        {children}
      </Drawer>
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
