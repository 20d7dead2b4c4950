import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import classes from './tab-bar.module.css'

/** The sections of a page. Each has its own address, so they are links in a landmark of their own. */
export function TabBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={classes.bar}>
      {children}
    </nav>
  )
}

interface TabAnchorProps extends ComponentPropsWithRef<'a'> {
  count?: number
  /** A warning sign and the like, with words for those who cannot see it. */
  mark?: ReactNode
}

function TabAnchor({ count, mark, children, ...anchor }: TabAnchorProps) {
  return (
    <a {...anchor} className={classes.tab}>
      {children}
      {count === undefined ? null : <span className={classes.count}>{count}</span>}
      {mark}
    </a>
  )
}

/** Takes `to` and `search` like Link, and `aria-current="page"` where the address alone does not tell. */
export const TabLink = createLink(TabAnchor)
