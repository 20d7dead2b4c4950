import { z } from 'zod'

const dose = {
  /** Ends after so many hits. Absent: until faults are deleted. */
  count: z.number().int().min(1).optional(),
  /** Hits this share of what matches, decided by a generator with `seed`, so a run can be repeated. */
  percentage: z.number().min(0).max(100).optional(),
  seed: z.number().int().default(1),
}

const callFaultSchema = z.strictObject({
  on: z.literal('call'),
  kind: z.enum(['delay', 'status', 'cut']),
  /** Path without query; `*` stands for anything. */
  path: z.string().default('*'),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).optional(),
  clientId: z.string().optional(),
  /** For `status`: 401, 429 or a 5xx. */
  status: z
    .number()
    .int()
    .refine(status => status === 401 || status === 429 || (status >= 500 && status <= 599), 'must be 401, 429 or 5xx')
    .optional(),
  retryAfterSeconds: z.number().int().min(0).optional(),
  /** For `delay`, in real time. */
  delayMs: z.number().int().min(0).max(120_000).default(1_000),
  /** `after`: the call takes effect and only its answer is spoilt. */
  moment: z.enum(['before', 'after']).default('before'),
  ...dose,
})

const pushFaultSchema = z.strictObject({
  on: z.literal('push'),
  kind: z.enum(['lost', 'duplicated', 'reordered', 'delayed', 'forged']),
  type: z.enum(['INTEGRATION_STATUS_CHANGE', 'EXPORT_CANDIDATE_PROFILE']).optional(),
  clientId: z.string().optional(),
  /** For `delayed`, and the longest wait of `reordered`; on the sandbox's clock. */
  delayMs: z.number().int().min(0).optional(),
  ...dose,
})

export const faultSchema = z.discriminatedUnion('on', [callFaultSchema, pushFaultSchema])
export type CallFault = z.output<typeof callFaultSchema>
type PushFault = z.output<typeof pushFaultSchema>
export type Fault = CallFault | PushFault

export interface Faults {
  add(fault: Fault): { faultId: number }
  list(): ReadonlyArray<Fault & { faultId: number; hits: number }>
  clear(): void
  /** What goes wrong with this call. Taking counts as a hit. */
  takeCallFaults(call: { method: string; path: string; clientId: string | null }): readonly CallFault[]
  takePushFault(push: { type: string; clientId: string }): PushFault | undefined
}

interface ActiveFault<T extends Fault> {
  readonly faultId: number
  readonly fault: T
  readonly random: () => number
  hits: number
}

export function createFaults(): Faults {
  let lastId = 0
  let callFaults: ActiveFault<CallFault>[] = []
  let pushFaults: ActiveFault<PushFault>[] = []

  return {
    add(fault) {
      lastId += 1
      const active = { faultId: lastId, random: createRandom(fault.seed), hits: 0 }
      if (fault.on === 'call') callFaults.push({ ...active, fault })
      else pushFaults.push({ ...active, fault })
      return { faultId: lastId }
    },
    list: () => [...callFaults, ...pushFaults].map(({ fault, faultId, hits }) => ({ ...fault, faultId, hits })),
    clear() {
      callFaults = []
      pushFaults = []
    },
    takeCallFaults(call) {
      return callFaults.filter(active => matchesCall(active.fault, call) && hit(active)).map(active => active.fault)
    },
    takePushFault(push) {
      return pushFaults.find(active => matchesPush(active.fault, push) && hit(active))?.fault
    },
  }
}

function matchesCall(fault: CallFault, call: { method: string; path: string; clientId: string | null }): boolean {
  if (fault.method !== undefined && fault.method !== call.method) return false
  if (fault.clientId !== undefined && fault.clientId !== call.clientId) return false
  return matchesPath(fault.path, call.path)
}

function matchesPush(fault: PushFault, push: { type: string; clientId: string }): boolean {
  if (fault.type !== undefined && fault.type !== push.type) return false
  return fault.clientId === undefined || fault.clientId === push.clientId
}

export function matchesPath(pattern: string, path: string): boolean {
  const pieces = pattern.split('*').map(piece => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pieces.join('.*')}$`, 's').test(path)
}

function hit(active: ActiveFault<Fault>): boolean {
  const { count, percentage } = active.fault
  if (count !== undefined && active.hits >= count) return false
  if (percentage !== undefined && active.random() * 100 >= percentage) return false
  active.hits += 1
  return true
}

/** mulberry32: small, and the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
