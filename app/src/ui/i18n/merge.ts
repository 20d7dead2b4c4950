export type Texts = { [key: string]: string | Texts }
export type Catalogues = Record<string, Texts>

/**
 * One namespace per catalogue, named after its file: `jobs.en.json` is read as `t('jobs:title')`.
 * The parts `problems` and `notifications` of every catalogue are gathered into two namespaces of that name,
 * because the shared error and notification texts do not know which slice a code belongs to.
 */
export function mergeCatalogues(files: Record<string, Texts>): Catalogues {
  const catalogues: Catalogues = {}
  const problems: Texts = {}
  const notifications: Texts = {}
  for (const [path, texts] of Object.entries(files)) {
    catalogues[namespaceOf(path)] = texts
    Object.assign(problems, texts.problems)
    Object.assign(notifications, texts.notifications)
  }
  return { ...catalogues, problems, notifications }
}

function namespaceOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.\w\w\.json$/, '')
}
