import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coverage } from './coverage.ts'

/** Files that carry calls without being one. */
const machinery = new Set(['client', 'batch-calls', 'transport'])

const sourceFolder = new URL('./src/', import.meta.url)
const sources = readdirSync(sourceFolder)
  .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map(file => ({ file: file.replace('.ts', ''), text: readFileSync(new URL(file, sourceFolder), 'utf8') }))

const built = coverage.filter(call => call.implementedBy !== null)

test('every supported or partial call names an exported function that exists', async () => {
  expect(built.length).toBeGreaterThan(20)
  for (const { implementedBy } of built) {
    const [file = '', name = ''] = (implementedBy ?? '').split('.')
    const module: Record<string, unknown> = await import(`./src/${file}.ts`)
    expect(module[name], `${implementedBy} is not exported`).toBeTypeOf('function')
  }
})

test('every exported function that makes a call is in the table', () => {
  const calls = sources
    .filter(({ file }) => !machinery.has(file))
    .flatMap(({ file, text }) => {
      const found = text.matchAll(/^export (?:async )?function (\w+)\(\s*(?:client: Client|application: )/gm)
      return [...found].map(([, name]) => `${file}.${name}`)
    })
    .filter(call => !/^oauth\.(send|createTokenSource)/.test(call))
  expect(calls.length).toBeGreaterThan(20)
  const listed = new Set(built.map(call => call.implementedBy))
  expect(calls.filter(call => !listed.has(call))).toEqual([])
})

test('the state follows from what is built', () => {
  for (const call of coverage) expect(call.state === 'planned').toBe(call.implementedBy === null)
})

test('no call is listed twice and every call says what it is for and where it is documented', () => {
  const names = coverage.map(call => `${call.generation} ${call.method} ${call.address} ${call.restliMethod}`)
  expect(new Set(names).size).toBe(names.length)
  for (const call of coverage) {
    expect(call.use).not.toBe('')
    expect(call.source).toMatch(/^(rsc-sync|rsc-recruiter|design) \d/)
  }
})

test('only the look-up attributes are our own', () => {
  const ours = coverage.filter(call => call.definedBy === 'us')
  expect(ours.length).toBeGreaterThan(0)
  for (const call of ours) expect(call.address).toMatch(/^data-lookup-/)
})

test('every export has a docstring', () => {
  for (const { file, text } of sources) {
    const lines = text.split('\n')
    for (const [at, line] of lines.entries()) {
      if (!line.startsWith('export ')) continue
      expect(lines[at - 1]?.trim().endsWith('*/'), `${file}.ts: ${line}`).toBe(true)
    }
  }
})
