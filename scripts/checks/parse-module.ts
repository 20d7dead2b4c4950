import { parseAst } from 'rolldown/parseAst'
import { lineAt } from './source-files.ts'

export interface ModuleFacts {
  imports: { specifier: string; line: number }[]
  /** Tables that this file writes, by kysely's verbs or in plain SQL. */
  writes: { table: string; line: number }[]
  /** Only passes on what other files export. */
  isBarrel: boolean
}

interface Node {
  type: string
  start: number
  [key: string]: unknown
}

export function parseModule(file: string, text: string): ModuleFacts {
  const program = parseAst(text, { lang: languageOf(file) }, file)
  const facts: ModuleFacts = { imports: [], writes: [], isBarrel: false }
  const nodes: Node[] = []
  collect(program, nodes)
  for (const node of nodes) {
    const line = lineAt(text, node.start)
    const specifier = specifierOf(node)
    if (specifier !== undefined) facts.imports.push({ specifier, line })
    for (const table of tablesWrittenBy(node)) facts.writes.push({ table, line })
  }
  facts.isBarrel = isBarrel(program.body)
  return facts
}

function isBarrel(statements: readonly { type: string }[]): boolean {
  if (statements.some(statement => statement.type === 'ExportAllDeclaration')) return true
  return statements.some(passesOn) && statements.every(one => passesOn(one) || one.type === 'ImportDeclaration')
}

function passesOn(statement: { type: string }): boolean {
  return statement.type === 'ExportNamedDeclaration' && 'source' in statement && isNode(statement.source)
}

function languageOf(file: string): 'js' | 'ts' | 'tsx' {
  if (/\.m?js$/.test(file)) return 'js'
  return file.endsWith('.tsx') ? 'tsx' : 'ts'
}

function collect(value: unknown, nodes: Node[]): void {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, nodes)
  } else if (isNode(value)) {
    nodes.push(value)
    for (const part of Object.values(value)) collect(part, nodes)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function specifierOf(node: Node): string | undefined {
  const bears = [
    'ImportDeclaration',
    'ExportNamedDeclaration',
    'ExportAllDeclaration',
    'ImportExpression',
    'TSImportType',
  ]
  return bears.includes(node.type) ? textOf(node.source) : undefined
}

const writingVerbs = ['insertInto', 'updateTable', 'deleteFrom', 'mergeInto']

function tablesWrittenBy(node: Node): string[] {
  if (node.type === 'CallExpression' && isNode(node.callee) && isNode(node.callee.property)) {
    const table = Array.isArray(node.arguments) ? textOf(node.arguments[0]) : undefined
    if (table !== undefined && writingVerbs.includes(String(node.callee.property.name))) return [firstWord(table)]
  }
  const sql = node.type === 'TemplateElement' ? rawText(node) : textOf(node)
  return [...(sql ?? '').matchAll(writingSql)].map(match => (match[1] ?? match[2] ?? '').toLowerCase())
}

// An update counts only with its `set`: the word alone is plain English.
const writingSql =
  /\b(?:insert\s+into|delete\s+from|merge\s+into)\s+"?([a-z_]+)|\bupdate\s+"?([a-z_]+)"?\s+(?:as\s+)?(?:\w+\s+)?set\b/gi

function firstWord(table: string): string {
  return table.split(' ')[0] ?? table
}

function textOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

function rawText(node: Node): string | undefined {
  const value = node.value
  return typeof value === 'object' && value !== null && 'raw' in value ? String(value.raw) : undefined
}
