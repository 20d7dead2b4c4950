import { inspectorEn } from './en-inspector.ts'
import { recruiterEn } from './en-recruiter.ts'

export const en = { ...recruiterEn, inspector: inspectorEn }

export type Words = typeof en
