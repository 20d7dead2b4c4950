import { checkDependencies } from './check-dependencies.ts'
import { checkDocRefs } from './check-doc-refs.ts'
import { checkImports } from './check-imports.ts'
import { checkMigrations } from './check-migrations.ts'
import { checkNames } from './check-names.ts'
import { checkSizes } from './check-sizes.ts'
import { checkStrings } from './check-strings.ts'
import { checkWords } from './check-words.ts'

/** The house rules that no ready-made tool knows. Each answers with one sentence per violation. */
export const ownChecks: Record<string, (root: string) => string[]> = {
  imports: checkImports,
  names: checkNames,
  sizes: checkSizes,
  strings: checkStrings,
  words: checkWords,
  'doc references': checkDocRefs,
  migrations: checkMigrations,
  dependencies: checkDependencies,
}
