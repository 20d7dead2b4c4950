import type { Texts } from './merge.ts'

export const files = import.meta.glob<Texts>('../../**/*.en.json', { eager: true, import: 'default' })
