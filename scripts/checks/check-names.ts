import path from 'node:path'
import { listFiles } from './source-files.ts'

const empty = /^(utils?|helpers?|common|manager|service|index|types|misc|shared)$/i

/** A file's name says what is inside. */
export function checkNames(root: string): string[] {
  return ['rsc', 'sandbox', 'app', 'e2e', 'scripts', 'bench']
    .flatMap(folder => listFiles(root, folder, /\.(tsx?|mjs|js|sql)$/))
    .flatMap(file => {
      const word = path.basename(file).split('.')[0] ?? ''
      const folder = file.split('/').find(part => empty.test(part))
      if (empty.test(word)) return [`${file} is named “${word}”, which says nothing: name it after what is inside.`]
      return folder ? [`${file} lies in “${folder}”, which says nothing: name the folder after what is inside.`] : []
    })
}
