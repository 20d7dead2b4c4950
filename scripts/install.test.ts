import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fixtureTree } from './checks/fixture-tree.ts'
import { findBrowser } from './find-browser.mjs'
import { needsInstall, refuseOldNode, stampInstalled } from './install.mjs'

test('packages are installed once for each lock file', () => {
  const root = fixtureTree({ 'package-lock.json': '{}', 'node_modules/zod/package.json': '{}' })
  expect(needsInstall(root)).toBe(true)
  stampInstalled(root)
  expect(needsInstall(root)).toBe(false)
  writeFileSync(path.join(root, 'package-lock.json'), '{ "lockfileVersion": 3 }')
  expect(needsInstall(root)).toBe(true)
})

test('a Node older than package.json asks for is refused in one sentence', () => {
  const root = fixtureTree({ 'package.json': '{ "engines": { "node": ">=20.19" } }' })
  expect(() => refuseOldNode('18.20.4', root)).toThrow('Lodestone needs Node 20.19 or newer and this is Node 18.20.4')
  expect(() => refuseOldNode('20.18.0', root)).toThrow('needs Node 20.19')
  expect(() => refuseOldNode('20.19.0', root)).not.toThrow()
  expect(() => refuseOldNode('24.0.0', root)).not.toThrow()
})

test('CHROME_PATH wins, and a wrong one is told', () => {
  expect(findBrowser({ CHROME_PATH: process.execPath, PATH: '' })).toBe(process.execPath)
  expect(() => findBrowser({ CHROME_PATH: '/nowhere/chrome' })).toThrow('CHROME_PATH names /nowhere/chrome')
})

test.runIf(process.platform === 'linux')('a browser on the PATH is found, and none is none', () => {
  const root = fixtureTree({ 'bin/chromium': '' })
  const folder = path.join(root, 'bin')
  expect(findBrowser({ PATH: folder })).toBeUndefined()
  writeFileSync(path.join(folder, 'google-chrome'), readFileSync('/bin/sh'), { mode: 0o755 })
  expect(findBrowser({ PATH: folder })).toBe(path.join(folder, 'google-chrome'))
})
