/** A request as it stood on the wire: raw address, header names in lower case, body as text. */
export interface RawCall {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
