import type { Words } from './en.ts'
import { inspectorNl } from './nl-inspector.ts'
import { pluginsNl } from './nl-plugins.ts'
import { projectsNl } from './nl-projects.ts'
import { recruiterNl } from './nl-recruiter.ts'

export const nl: Words = { ...recruiterNl, ...pluginsNl, ...projectsNl, inspector: inspectorNl }
