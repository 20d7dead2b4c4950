import classes from './marked.module.css'
import { type Sought, splitAtWords } from './sought-words.tsx'

/** A text with the words in it marked that were searched for. */
export function Marked({ text, sought }: { text: string | null; sought: readonly Sought[] }) {
  if (text === null || sought.length === 0) return text
  return splitAtWords(text, sought).map(({ at, part, isSought }) =>
    isSought ? (
      <mark key={at} className={classes.mark}>
        {part}
      </mark>
    ) : (
      part
    ),
  )
}
