import { lineAt, listFiles, read } from './source-files.ts'

interface Forbidden {
  pattern: RegExp
  why: string
  applies(file: string): boolean
}

const isCode = (file: string) => /\.(tsx?|mjs|js|sql|css|html)$/.test(file)
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('e2e/')

const forbidden: Forbidden[] = [
  {
    pattern: /\/_sandbox/g,
    why: 'the app never calls the sandbox’s own controls, because LinkedIn has none',
    applies: file => file.startsWith('app/'),
  },
  {
    pattern: /\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|skip|todo)\b/g,
    why: 'every test runs every time',
    applies: isCode,
  },
  { pattern: /\bwaitForTimeout\b/g, why: 'tests wait for a condition, not for time', applies: isCode },
  {
    pattern: /\bsetTimeout\([^,()]+, *\d[\d_]{2,}\)/g,
    why: 'tests wait for a condition, not for time',
    applies: isTest,
  },
  { pattern: /@ts-(?:ignore|nocheck|expect-error)\b/g, why: 'the types are mended, not silenced', applies: isCode },
  { pattern: /\bbiome-ignore\b/g, why: 'the code is mended, not the rule silenced', applies: isCode },
  {
    pattern: /\bas any\b|[:<,] *any\b(?=[\s,;>)[\]=])/g,
    why: 'any switches the type check off',
    applies: file => /\.tsx?$/.test(file),
  },
  { pattern: /\b(?:TODO|FIXME|XXX)\b/g, why: 'what is unfinished is finished or left out', applies: isCode },
  {
    pattern: /\/work\/(?:main|shared|\.)|\/home\/\w+\/|\/Users\/\w+\/|\/root\/|["'`(]\/tmp\//g,
    why: 'a path of one machine is wrong on all others',
    applies: () => true,
  },
]

/** Words that must not stand in our files. */
export function checkStrings(root: string): string[] {
  const files = listFiles(root, '', /\.(tsx?|mjs|js|sql|css|html|json|md|ya?ml)$/).filter(isSearched)
  return files.flatMap(file => {
    const text = read(root, file)
    return forbidden
      .filter(one => one.applies(file))
      .flatMap(({ pattern, why }) =>
        [...text.matchAll(pattern)].map(
          match => `${file}:${lineAt(text, match.index)} says “${match[0].trim()}”: ${why}.`,
        ),
      )
  })
}

// The list above and its test have to spell the words out.
function isSearched(file: string): boolean {
  return !file.startsWith('scripts/checks/check-strings') && file !== 'package-lock.json'
}
