export interface QueryAnswer {
  rows: Record<string, unknown>[]
  affected: number
}

/** `kept`: good for all values of the parameters, so that a server need not plan the statement each time. */
export type Plan = 'kept' | 'fresh'

/** One database session. A text without parameters may hold several statements. */
export interface Session {
  /** Asked again before the answer is there, it keeps the order. */
  query(text: string, parameters: readonly unknown[], plan?: Plan): Promise<QueryAnswer>
  release(): void
}

export type Stop = () => Promise<void>

export interface Listener {
  onMessage(payload: string): void
  /** Called when messages may have been missed: read the rows again. */
  onCatchUp(): void
}

/** What PGlite and PostgreSQL have in common, as far as the rest of the product may know. */
export interface Sessions {
  readonly kind: 'embedded' | 'postgres'
  acquire(): Promise<Session>
  listen(channel: string, listener: Listener): Promise<Stop>
  load(): SessionLoad
  close(): Promise<void>
}

export interface SessionLoad {
  open: number
  idle: number
  /** Callers that wait for a session. */
  waiting: number
}

type Parse = (text: string) => unknown

const BIGINT = 20
const DATE = 1082
const INTERVAL = 1186

// The two drivers differ in exactly these; everything else already agrees (contract tests on both).
export const parsers: Record<number, Parse> = {
  [BIGINT]: Number,
  [DATE]: text => text,
  [INTERVAL]: text => text,
}
