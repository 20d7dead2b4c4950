// Runs before the other commands and uses node: modules only, because nothing may be installed yet.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { findBrowser } from './find-browser.mjs'

const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    refuseOldNode(process.versions.node, projectRoot)
    if (needsInstall(projectRoot)) await installPackages(projectRoot)
    if (process.argv.includes('--browser') && !findBrowser()) installBrowser()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

/**
 * @param {string} version
 * @param {string} root
 */
export function refuseOldNode(version, root) {
  const wanted =
    /\d+(\.\d+)*/.exec(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).engines.node)?.[0] ?? '0'
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number)
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  throw new Error(
    `Lodestone needs Node ${wanted} or newer and this is Node ${version}: install a newer Node and try again.`,
  )
}

/**
 * Packages are as they should be when the stamp inside node_modules carries the lock file's fingerprint.
 *
 * @param {string} root
 */
export function needsInstall(root) {
  const stamp = stampFile(root)
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint(root)
}

/** @param {string} root */
export function stampInstalled(root) {
  writeFileSync(stampFile(root), fingerprint(root))
}

/** @param {string} root */
function stampFile(root) {
  return path.join(root, 'node_modules', '.lodestone-installed')
}

/** @param {string} root */
function fingerprint(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`
}

/** @param {string} root */
async function installPackages(root) {
  console.log('Installing packages. The first time this takes about a minute.')
  const lockFile = path.join(root, 'package-lock.json')
  const lock = readFileSync(lockFile)
  const quiet = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  let outcome = await runNpm(['ci', ...quiet], root)
  // A lock made where some platforms' packages cannot be had lacks them, and npm ci then finds it out of step.
  if (outcome.code !== 0 && outcome.errors.includes('EUSAGE')) {
    outcome = await runNpm(['install', '--no-save', ...quiet], root)
    if (!readFileSync(lockFile).equals(lock)) writeFileSync(lockFile, lock)
  }
  if (outcome.code !== 0) {
    throw new Error(
      `${outcome.errors.trim()}\nnpm could not install the packages (see above). Try again, or run: npm ci --ignore-scripts`,
    )
  }
  stampInstalled(root)
}

/**
 * @param {string[]} parameters
 * @param {string} cwd
 * @returns {Promise<{ code: number, errors: string }>}
 */
function runNpm(parameters, cwd) {
  const npm = process.env.npm_execpath
  const [command, ...rest] = npm ? [process.execPath, npm, ...parameters] : ['npm', ...parameters]
  const shell = !npm && process.platform === 'win32'
  return new Promise((resolve, reject) => {
    const child = spawn(command ?? 'npm', rest, { cwd, shell, stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', text => {
      errors += text
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code: code ?? 1, errors }))
  })
}

function installBrowser() {
  const whatToDo = 'install Chrome, Chromium or Edge, or set CHROME_PATH to one, and try again.'
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    throw new Error(`The tests need a browser and none was found: ${whatToDo}`)
  }
  console.log('Installing Debian’s Chromium for the browser tests.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const parameters of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    const { status, stderr } = spawnSync('apt-get', parameters, { env, encoding: 'utf8', maxBuffer: 100_000_000 })
    if (status !== 0)
      throw new Error(`${stderr}\napt-get ${parameters[0]} failed, so there is no browser for the tests: ${whatToDo}`)
  }
  if (!findBrowser()) throw new Error(`Debian’s package chromium brought no browser: ${whatToDo}`)
}
