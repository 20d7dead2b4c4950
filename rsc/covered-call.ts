/** How far a call is built. A `partial` one says in `use` what is missing. */
export type CoverageState = 'supported' | 'partial' | 'planned'

/**
 * One documented call.
 *
 * `address` comes after the base path for `v2`; elsewhere it is whole. `restliMethod` is null where Rest.li plays no part or
 * the method could not be read. `source` is a section of the wire reference. `definedBy: 'us'` marks what LinkedIn does not
 * have. `implementedBy` is `file.function` under `src/`, null for a planned call.
 */
export type CoveredCall = {
  generation: 'oauth' | 'v2' | 'rest' | 'webhook' | 'widget'
  method: 'GET' | 'PUT' | 'POST' | 'DELETE' | '*'
  address: string
  restliMethod: string | null
  use: string
  source: string
  definedBy: 'LinkedIn' | 'us'
  state: CoverageState
  implementedBy: string | null
}

/** One row of the tables: method, address, Rest.li method, use, source and, once built, `file.function`, with `partial` behind it if it is. */
export type Row = [
  method: CoveredCall['method'],
  address: string,
  restliMethod: string | null,
  use: string,
  source: string,
  implementedBy?: string,
  state?: 'partial',
]
