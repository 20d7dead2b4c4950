/** @jsxImportSource hono/jsx */
import { formatDate, formatDateTime, formatTime } from './formats.ts'
import type { Language } from './language.ts'

const formatters = { date: formatDate, time: formatTime, 'date-time': formatDateTime } as const

export interface InstantProps {
  readonly at: number
  readonly format: keyof typeof formatters
  readonly language: Language
}

/** Written in the server's zone; the browser script puts it in the reader's own. */
export function Instant({ at, format, language }: InstantProps) {
  return (
    <time datetime={new Date(at).toISOString()} data-format={format}>
      {formatters[format](at, language)}
    </time>
  )
}
