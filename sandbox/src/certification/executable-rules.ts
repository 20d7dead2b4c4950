import type { Rule } from './rule.ts'
import { rsc101 } from './rules/rsc-101.ts'
import { rsc102 } from './rules/rsc-102.ts'
import { rsc103 } from './rules/rsc-103.ts'
import { rsc104 } from './rules/rsc-104.ts'
import { rsc105 } from './rules/rsc-105.ts'
import { rsc106 } from './rules/rsc-106.ts'
import { rsc502 } from './rules/rsc-502.ts'
import { s01 } from './rules/s-01.ts'
import { s02 } from './rules/s-02.ts'
import { s03 } from './rules/s-03.ts'
import { s05 } from './rules/s-05.ts'
import { s06 } from './rules/s-06.ts'
import { s07 } from './rules/s-07.ts'
import { tc6 } from './rules/tc6.ts'
import { tc7 } from './rules/tc7.ts'
import { tc8 } from './rules/tc8.ts'
import { tc9 } from './rules/tc9.ts'

/** In the order in which they are tried. */
export const executableRules: readonly Rule[] = [
  rsc101,
  rsc102,
  rsc103,
  rsc104,
  rsc105,
  rsc106,
  tc6,
  tc7,
  tc8,
  tc9,
  rsc502,
  s01,
  s02,
  s03,
  s05,
  s06,
  s07,
]

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
