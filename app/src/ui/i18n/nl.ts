import { mergeCatalogues, type Texts } from './merge.ts'

export const catalogues = mergeCatalogues(
  import.meta.glob<Texts>('../../**/*.nl.json', { eager: true, import: 'default' }),
)
