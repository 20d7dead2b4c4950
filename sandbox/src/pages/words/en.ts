import { inAtsEn } from './en-in-ats.ts'
import { inspectorEn } from './en-inspector.ts'
import { pluginsEn } from './en-plugins.ts'
import { projectsEn } from './en-projects.ts'
import { recruiterEn } from './en-recruiter.ts'

export const en = { ...recruiterEn, ...pluginsEn, ...projectsEn, ...inAtsEn, inspector: inspectorEn }

export type Words = typeof en
