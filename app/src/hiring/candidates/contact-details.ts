/** E-mail addresses are compared as text, so they are stored in one spelling. */
export function normalEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase()
}

/** One spelling per profile page, so that the same address written in two ways is found. */
export function normalProfileUrl(text: string): string {
  const url = new URL(text.trim())
  url.hash = ''
  const path = url.pathname.replace(/\/+$/, '')
  if (!isLinkedInHost(url.hostname)) return `${url.origin}${path}${url.search}`
  // The site answers the same public page for every country's host, in any case, with or without a language at the end.
  // Its other addresses mean nothing when they are shortened.
  const [kind, name] = path.toLowerCase().split('/').filter(Boolean)
  return kind === 'in' && name ? `https://www.linkedin.com/in/${name}` : `https://www.linkedin.com${path}${url.search}`
}

function isLinkedInHost(host: string): boolean {
  return host === 'linkedin.com' || host.endsWith('.linkedin.com')
}

export function normalPhone(phone: string): string {
  return phone.trim().replace(/\s+/g, ' ')
}
