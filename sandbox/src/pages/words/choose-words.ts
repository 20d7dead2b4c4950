import type { Language } from '../language.ts'
import { en, type Words } from './en.ts'
import { nl } from './nl.ts'

export function wordsIn(language: Language): Words {
  return language === 'nl' ? nl : en
}
