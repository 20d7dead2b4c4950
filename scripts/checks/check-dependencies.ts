import { readJson, readReasons } from './source-files.ts'

interface Description {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

interface Lock {
  packages: Record<string, { hasInstallScript?: boolean; resolved?: string }>
}

const allowedInstallScripts = 'scripts/checks/install-scripts-allowed.json'

/** Exact versions, no package that wants to run a script while it is installed, no registry address in the lock file. */
export function checkDependencies(root: string): string[] {
  const descriptions = [
    'package.json',
    'rsc/package.json',
    'sandbox/package.json',
    'app/package.json',
    'client/package.json',
  ]
  const allowed = readReasons(root, allowedInstallScripts)
  const { packages } = readJson(root, 'package-lock.json') as Lock // npm's format 3
  const scripted = Object.keys(packages).filter(name => packages[name]?.hasInstallScript)
  return [
    ...descriptions.flatMap(file => {
      const { dependencies, devDependencies } = readJson(root, file) as Description // npm's format
      return Object.entries({ ...dependencies, ...devDependencies })
        .filter(([, version]) => !/^\d/.test(version))
        .map(([name, version]) => `${file} asks for ${name} ${version}: pin one exact version.`)
    }),
    ...scripted
      .filter(name => !allowed.has(name))
      .map(
        name =>
          `${name} wants to run an install script: choose another package, or list it in ${allowedInstallScripts} with a reason.`,
      ),
    ...[...allowed.keys()]
      .filter(name => !scripted.includes(name))
      .map(name => `${name} is listed in ${allowedInstallScripts} and runs no install script: remove it there.`),
    ...Object.entries(packages)
      .filter(([, one]) => one.resolved?.includes('://'))
      .map(
        ([name]) => `package-lock.json names the registry of ${name}: install with omit-lockfile-registry-resolved.`,
      ),
  ]
}
