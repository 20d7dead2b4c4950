import { inspectorEn } from './en-inspector.ts'
import { pluginsEn } from './en-plugins.ts'
import { recruiterEn } from './en-recruiter.ts'

export const en = { ...recruiterEn, ...pluginsEn, inspector: inspectorEn }

export type Words = typeof en
