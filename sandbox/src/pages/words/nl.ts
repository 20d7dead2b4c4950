import type { Words } from './en.ts'
import { inAtsNl } from './nl-in-ats.ts'
import { inspectorNl } from './nl-inspector.ts'
import { pluginsNl } from './nl-plugins.ts'
import { projectsNl } from './nl-projects.ts'
import { recruiterNl } from './nl-recruiter.ts'

export const nl: Words = { ...recruiterNl, ...pluginsNl, ...projectsNl, ...inAtsNl, inspector: inspectorNl }
