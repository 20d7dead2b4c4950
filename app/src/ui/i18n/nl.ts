import type { Texts } from './merge.ts'

export const files = import.meta.glob<Texts>('../../**/*.nl.json', { eager: true, import: 'default' })
