import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleX,
  IconEyeOff,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './status-word.module.css'

const icons = {
  ok: IconCircleCheck,
  warning: IconAlertTriangle,
  bad: IconCircleX,
  waiting: IconCircleDashed,
  off: IconCircleMinus,
  hidden: IconEyeOff,
  quiet: IconCircle,
}

interface StatusWordProps {
  tone: keyof typeof icons
  /** A small dot instead of the icon, where a row of icons would shout. */
  dot?: boolean
  children: ReactNode
}

/** A state as icon and word together: never by colour alone. */
export function StatusWord({ tone, dot = false, children }: StatusWordProps) {
  const Icon = icons[tone]
  return (
    <span className={classes.status} data-tone={tone}>
      {dot ? <span className={classes.dot} aria-hidden /> : <Icon size={15} aria-hidden />}
      <span className={classes.word}>{children}</span>
    </span>
  )
}
