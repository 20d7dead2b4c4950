import type { Rule } from './rule.ts'
import { s02 } from './rules/s-02.ts'
import { s05 } from './rules/s-05.ts'
import { s06 } from './rules/s-06.ts'
import { s07 } from './rules/s-07.ts'
import { tc6 } from './rules/tc6.ts'
import { tc7 } from './rules/tc7.ts'

/** In the order in which they are tried. */
export const executableRules: readonly Rule[] = [tc6, tc7, s02, s05, s06, s07]

/** By their ids, in any spelling of upper and lower case. Without ids: all of them. */
export function chooseRules(ids: readonly string[], rules: readonly Rule[] = executableRules): readonly Rule[] {
  const wanted = ids.map(id => id.trim().toUpperCase()).filter(Boolean)
  const unknown = wanted.filter(id => !rules.some(rule => rule.id.toUpperCase() === id))
  if (unknown.length > 0) {
    const known = rules.map(rule => rule.id).join(', ')
    throw new Error(`There is no executable rule ${unknown.join(', ')}. These can be tried: ${known}.`)
  }
  return wanted.length === 0 ? rules : rules.filter(rule => wanted.includes(rule.id.toUpperCase()))
}
