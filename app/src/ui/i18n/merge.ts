export type Texts = { [key: string]: string | Texts }
export type Catalogues = Record<string, Texts>

/**
 * One namespace per catalogue, named after its file: `jobs.en.json` is read as `t('jobs:title')`.
 * The parts `problems` and `notificationKinds` of every catalogue are gathered into two namespaces of that name,
 * because whoever shows an error or a notification does not know which slice its code belongs to.
 */
export function mergeCatalogues(files: Record<string, Texts>): Catalogues {
  const catalogues: Catalogues = {}
  const problems: Texts = {}
  const notificationKinds: Texts = {}
  for (const [path, texts] of Object.entries(files)) {
    catalogues[namespaceOf(path)] = texts
    Object.assign(problems, texts.problems)
    Object.assign(notificationKinds, texts.notificationKinds)
  }
  return { ...catalogues, problems, notificationKinds }
}

function namespaceOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.\w\w\.json$/, '')
}
