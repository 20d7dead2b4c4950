import type { Words } from './en.ts'
import { inspectorNl } from './nl-inspector.ts'
import { pluginsNl } from './nl-plugins.ts'
import { recruiterNl } from './nl-recruiter.ts'

export const nl: Words = { ...recruiterNl, ...pluginsNl, inspector: inspectorNl }
