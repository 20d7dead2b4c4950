import { existsSync } from 'node:fs'
import path from 'node:path'
import { lineAt, listFiles, read, readJson } from './source-files.ts'

/** What the documents name must exist: paths, npm commands and settings. */
export function checkDocRefs(root: string): string[] {
  const scripts = readScripts(root)
  const settings = readSettings(root)
  return listFiles(root, '', /\.md$/).flatMap(file => {
    const text = read(root, file)
    const wrong = (match: RegExpExecArray, what: string) => `${file}:${lineAt(text, match.index)} ${what}`
    return [
      ...findAll(text, /`([^`\n]+)`/g).flatMap(match => {
        const target = pathIn(match[1] ?? '')
        return target && !exists(root, file, target) ? [wrong(match, `names \`${target}\`, which does not exist.`)] : []
      }),
      ...findAll(text, /(?:\]\(|\bsrc=")(?!https?:|mailto:|#)([^)#\s"]+)/g).flatMap(match => {
        const target = path.posix.join(path.posix.dirname(file), match[1] ?? '')
        return existsSync(path.join(root, target)) ? [] : [wrong(match, `links to ${match[1]}, which does not exist.`)]
      }),
      ...findAll(text, /\bnpm (?:run )?(?!ci\b|install\b)([a-z][\w:-]*)/g).flatMap(match => {
        const isCommand = /[`\n]\s*$/.test(text.slice(0, match.index)) || match[0].includes(' run ')
        return !isCommand || scripts.has(match[1] ?? '')
          ? []
          : [wrong(match, `says \`${match[0]}\`, which is no script.`)]
      }),
      ...findAll(text, /\b(?:LODESTONE|LINKEDIN)_[A-Z_]+[A-Z]\b/g).flatMap(match =>
        settings.has(match[0]) ? [] : [wrong(match, `names the setting ${match[0]}, which nothing reads.`)],
      ),
    ]
  })
}

function findAll(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)]
}

/** A backticked word is taken for a path of ours when it starts in a folder of ours or is a file in the root. */
function pathIn(word: string): string | undefined {
  if (!/^[\w.@*/{},-]+$/.test(word) || /^(dist|node_modules|app\/dist|sandbox\/dist|\.lodestone)\b/.test(word))
    return undefined
  if (/^(app|rsc|sandbox|e2e|bench|docs|scripts|\.ci)\/./.test(word)) return word
  return /^[\w.-]+\.(md|json|mjs|ts|tsx)$/.test(word) && !/^(x|XPage|\*|do-something)\./.test(word) ? word : undefined
}

function exists(root: string, document: string, target: string): boolean {
  // Up to the first folder with a wildcard or a choice.
  const [certain = ''] = target.split(/\/?[^/]*[*{]/)
  if (certain !== target) return existsSync(path.join(root, certain))
  const besideTheDocument = path.posix.join(path.posix.dirname(document), target)
  if (existsSync(path.join(root, target)) || existsSync(path.join(root, besideTheDocument))) return true
  // A bare file name may stand anywhere.
  return !target.includes('/') && listFiles(root).some(file => path.posix.basename(file) === target)
}

function readScripts(root: string): Set<string> {
  const description = readJson(root, 'package.json') as { scripts: Record<string, string> } // our own file
  return new Set(Object.keys(description.scripts))
}

/** Settings that some source of ours mentions. */
function readSettings(root: string): Set<string> {
  const sources = ['app', 'sandbox', 'scripts', 'e2e'].flatMap(folder => listFiles(root, folder, /\.(ts|mjs)$/))
  return new Set(sources.flatMap(file => read(root, file).match(/\b(?:LODESTONE|LINKEDIN)_[A-Z_]+[A-Z]\b/g) ?? []))
}
