/** An HTTP call written by hand: the address and the body go out as they stand here. Knows nothing of the rsc client. */
export interface HandWritten {
  readonly token?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly form?: string
  readonly text?: string
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON; an empty body is null. */
  readonly body: ReturnType<typeof JSON.parse>
}

/** `wireCall(url, 'GET /v2/me?fields=id', { token })` */
export async function wireCall(origin: string, line: string, parts: HandWritten = {}): Promise<Answer> {
  const space = line.indexOf(' ')
  const headers: Record<string, string> = { ...parts.headers }
  if (parts.token !== undefined) headers.Authorization = `Bearer ${parts.token}`
  if (parts.json !== undefined) headers['Content-Type'] ??= 'application/json'
  if (parts.form !== undefined) headers['Content-Type'] ??= 'application/x-www-form-urlencoded'
  const body = parts.text ?? parts.form ?? (parts.json === undefined ? undefined : JSON.stringify(parts.json))
  const response = await fetch(origin + line.slice(space + 1), {
    method: line.slice(0, space),
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null }
}
