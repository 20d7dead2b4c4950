/** @jsxImportSource hono/jsx */
import { Icon, type IconName } from '../Icon.tsx'

const icons: Readonly<Record<Mood, IconName>> = { ok: 'check', waiting: 'clock', warning: 'warning', bad: 'blocked' }

export type Mood = 'ok' | 'waiting' | 'warning' | 'bad'

/** A state in words, with an icon that helps the eye. */
export function StateMark({ mood, text }: { mood: Mood; text: string }) {
  return (
    <span class={`state ${mood}`}>
      <Icon name={icons[mood]} />
      {text}
    </span>
  )
}
