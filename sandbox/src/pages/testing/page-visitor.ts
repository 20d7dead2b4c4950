/** A browser without script: keeps cookies, sends forms as the same site, follows nothing by itself. */
export interface PageVisitor {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Page>
  send(path: string, form: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Page>
  signIn(memberId: string): Promise<Page>
}

export interface Page {
  readonly status: number
  readonly headers: Headers
  readonly html: string
  /** What a person reads, in one line. */
  readonly text: string
  readonly location: string | null
}

export function startVisitor(origin: string, language = 'en'): PageVisitor {
  const cookies = new Map<string, string>()

  async function call(path: string, init: RequestInit & { headers?: Readonly<Record<string, string>> }): Promise<Page> {
    const response = await fetch(origin + path, {
      ...init,
      redirect: 'manual',
      headers: {
        'accept-language': language,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...init.headers,
      },
    })
    for (const cookie of response.headers.getSetCookie()) keepCookie(cookies, cookie)
    const html = await response.text()
    const { status, headers } = response
    return { status, headers, html, text: readText(html), location: headers.get('location') }
  }

  const visitor: PageVisitor = {
    get: (path, headers = {}) => call(path, { headers }),
    send: (path, form, headers = {}) =>
      call(path, { method: 'POST', body: new URLSearchParams(form), headers: { origin, ...headers } }),
    signIn: memberId =>
      visitor.send('/talent/sign-in', {
        email: `${memberId.replaceAll('-', '.')}@tulpenveld.example`,
        password: 'sandbox',
      }),
  }
  return visitor
}

function keepCookie(cookies: Map<string, string>, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split(';')
  const mark = pair.indexOf('=')
  const isGone = attributes.some(attribute => /^\s*max-age=0$/i.test(attribute))
  if (isGone) cookies.delete(pair.slice(0, mark))
  else cookies.set(pair.slice(0, mark), pair.slice(mark + 1))
}

/** Without what `hidden` takes away and what is only for the browser. */
function readText(html: string): string {
  return html
    .replace(/<(script|style|datalist|title)\b.*?<\/\1>/gs, ' ')
    .replace(/<(p|button|ul|div)\b[^>]*\shidden=""[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim()
}
