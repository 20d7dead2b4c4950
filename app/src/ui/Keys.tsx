import { Kbd } from '@mantine/core'
import { namesOf } from './shortcuts.tsx'

/** The keys of a shortcut, as they stand on the keyboard. */
export function Keys({ keys }: { keys: string }) {
  return namesOf(keys).map(name => <Kbd key={name}>{name}</Kbd>)
}
