// Needs nothing installed: scripts/install.mjs asks before there is a node_modules.
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const commands = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/**
 * The browser that the tests drive: CHROME_PATH, else an installed Chrome, Chromium or Edge.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string | undefined}
 */
export function findBrowser(environment = process.env) {
  const named = environment.CHROME_PATH
  if (named) {
    if (isProgram(named)) return named
    throw new Error(`CHROME_PATH names ${named}, which is not a program that can be run. Correct it or unset it.`)
  }
  return [...onPath(environment), ...inUsualPlaces(environment)].find(isProgram)
}

/** @param {NodeJS.ProcessEnv} environment */
function onPath(environment) {
  const folders = (environment.PATH ?? '').split(path.delimiter).filter(Boolean)
  return commands.flatMap(command => folders.map(folder => path.join(folder, command)))
}

/** @param {NodeJS.ProcessEnv} environment */
function inUsualPlaces(environment) {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform !== 'win32') return []
  const folders = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA].filter(Boolean)
  const programs = [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ]
  return programs.flatMap(program => folders.map(folder => path.join(String(folder), program)))
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
