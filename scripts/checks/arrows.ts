import type { Place } from './places.ts'

const rank: Record<string, number> = { platform: 0, ui: 0, hiring: 1, linkedin: 2, recommendations: 2, bulk: 3, top: 4 }

/** The four slices of linkedin/ whose tables several others need, and the frame that LinkedIn's plugins stand in. */
const sharedByLinkedIn = [
  'linkedin/access',
  'linkedin/identity',
  'linkedin/door',
  'linkedin/delivery',
  'linkedin/plugin-frame',
]

const client = 'app/src/api.ts'

/** Why a file may not use a package; undefined when it may. */
export function explainPackage(from: Place, specifier: string): string | undefined {
  if (from.workspace !== 'rsc' || from.isTest || specifier === 'zod' || specifier.startsWith('node:')) return undefined
  return 'rsc depends on zod only, so that any ATS can take it as it is.'
}

/** Why a file may not import another one of ours; undefined when it may. */
export function explainStep(from: Place, to: Place): string | undefined {
  if (from.workspace === 'around') return undefined
  if (to.isTest && !from.isTest) return 'what tests build with is for tests only.'
  // The tests of linkedin/ and of main play both sides: they start the whole app and a real sandbox.
  if (from.isTest && from.workspace === 'app' && ['linkedin', 'top'].includes(from.area)) return undefined
  return (
    explainWorkspace(from, to) ??
    (from.workspace === 'app' && to.workspace === 'app' ? explainArea(from, to) : undefined)
  )
}

function explainWorkspace(from: Place, to: Place): string | undefined {
  if (from.workspace === to.workspace) return undefined
  if (from.workspace === 'rsc') return 'rsc is a library and knows nobody but zod.'
  if (to.workspace === 'around') return `${from.workspace} is the product, and tests and scripts stand around it.`
  if (from.workspace === 'sandbox' && to.workspace === 'app') {
    return 'the sandbox knows rsc only, so that it can disagree with the app.'
  }
  if (from.workspace === 'app' && to.workspace === 'sandbox') {
    return 'the app meets the sandbox over HTTP only, as it would meet LinkedIn.'
  }
  if (from.workspace === 'sandbox' && !from.isTest && worksForAnAts.test(to.file)) {
    return 'the sandbox takes schemas and key grammar from rsc and keeps its own rules for everything else.'
  }
  return undefined
}

const worksForAnAts =
  /^rsc\/src\/(answer|batch|batch-calls|client|errors|oauth|paging|secrets|signature|tolerant-fields|transport|tunnelling)\.ts$/

function explainArea(from: Place, to: Place): string | undefined {
  if (from.isScreen && !from.isTest) return explainScreen(from, to)
  if (to.isScreen && from.area !== 'ui' && from.area !== 'top' && !from.isTest) {
    return 'verbs, queries and routes know no screen.'
  }
  return explainRank(from, to)
}

function explainScreen(from: Place, to: Place): string | undefined {
  if (to.file === client || to.area === 'ui' || !/\.(tsx?|mjs)$/.test(to.file)) return undefined
  if (!to.isScreen && !to.file.endsWith('.shapes.ts')) {
    return 'a screen takes screens, shapes, ui/ and api.ts only, never verbs or queries.'
  }
  return explainRank(from, to)
}

function explainRank(from: Place, to: Place): string | undefined {
  if (to.file === client && from.area === 'ui') return undefined
  const [fromRank = 4, toRank = 4] = [rank[from.area], rank[to.area]]
  if (from.area === 'hiring' && to.area === 'linkedin') {
    return 'hiring has never heard of LinkedIn; it writes an event row and linkedin follows it.'
  }
  if (fromRank < toRank)
    return `${from.area} stands below ${to.area}: imports run platform, ui < hiring < linkedin < bulk < main.`
  if (fromRank === toRank && from.area !== to.area)
    return `${from.area} and ${to.area} stand beside each other and share nothing.`
  if (
    from.area === 'linkedin' &&
    to.area === 'linkedin' &&
    to.slice !== from.slice &&
    !sharedByLinkedIn.includes(to.slice)
  ) {
    return 'slices of linkedin/ import only access/, identity/, door/, delivery/ and plugin-frame/ of each other.'
  }
  return undefined
}
