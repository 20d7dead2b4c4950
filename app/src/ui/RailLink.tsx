import { Tooltip } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import { type ComponentPropsWithRef, createContext, type ReactNode, useContext } from 'react'
import classes from './rail-link.module.css'

const Width = createContext<'wide' | 'narrow'>('wide')

export const RailWidth = Width.Provider

export function useRailIsNarrow(): boolean {
  return useContext(Width) === 'narrow'
}

interface RailItemProps {
  icon: ReactNode
  label: string
  /** News to look at. Nothing is shown for none. */
  count?: number
}

/** One area of the product. In the narrow rail its name shows on hover and stays readable for assistive technology. */
export const RailLink = createLink(RailAnchor)

function RailAnchor({ icon, label, count, ...anchor }: RailItemProps & ComponentPropsWithRef<'a'>) {
  return (
    <RailHint label={label}>
      <a {...anchor} className={classes.item}>
        <RailFace icon={icon} label={label} {...(count ? { count } : {})} />
      </a>
    </RailHint>
  )
}

export function RailButton({ icon, label, onClick }: RailItemProps & { onClick: () => void }) {
  return (
    <RailHint label={label}>
      <button type="button" className={classes.item} onClick={onClick}>
        <RailFace icon={icon} label={label} />
      </button>
    </RailHint>
  )
}

function RailFace({ icon, label, count }: RailItemProps) {
  const narrow = useRailIsNarrow()
  return (
    <>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <span className={narrow ? 'visually-hidden' : classes.label}>{label}</span>
      {count && !narrow ? <span className={classes.count}>{count}</span> : null}
    </>
  )
}

function RailHint({ label, children }: { label: string; children: ReactNode }) {
  const narrow = useRailIsNarrow()
  return (
    <Tooltip label={label} position="right" disabled={!narrow}>
      {children}
    </Tooltip>
  )
}
