/** Signs in at the sandbox and presses Allow, as a person would; answers the query that the ATS gets back. */
export async function consentAs(email: string, authorizeUrl: string): Promise<URLSearchParams> {
  const { origin } = new URL(authorizeUrl)
  const signedIn = await submit(`${origin}/talent/sign-in`, { email, password: 'sandbox', return: '/talent/home' })
  const cookie = signedIn.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
  const allowed = await submit(authorizeUrl, { answer: 'allow' }, cookie)
  const location = allowed.headers.get('location')
  if (!location) throw new Error(`${email} could not give consent: the sandbox answered ${allowed.status}.`)
  return new URL(location, origin).searchParams
}

async function submit(url: string, form: Record<string, string>, cookie = ''): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { cookie, origin: new URL(url).origin },
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`The sandbox answered ${answer.status} to ${new URL(url).pathname}.`)
  return answer
}
