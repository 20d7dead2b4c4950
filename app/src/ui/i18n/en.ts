import { mergeCatalogues, type Texts } from './merge.ts'

export const catalogues = mergeCatalogues(
  import.meta.glob<Texts>('../../**/*.en.json', { eager: true, import: 'default' }),
)
