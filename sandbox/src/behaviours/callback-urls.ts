import type { Sandbox } from '../sandbox.ts'

/** Where an application wants its pushes, or undefined while the ATS has not said so. */
export function findCallbackUrl(sandbox: Sandbox, clientId: string): string | undefined {
  return sandbox.store.configurations.findWhere(each => each.clientId === clientId && each.name === 'CALLBACK_URL')
    ?.value
}

/** One customer, one address: whose address is this already? */
export function findOwnerOfCallbackUrl(sandbox: Sandbox, url: string): string | undefined {
  return sandbox.store.configurations.findWhere(each => each.name === 'CALLBACK_URL' && each.value === url)?.clientId
}

/** LinkedIn wants https on port 443 or 80. The sandbox also lets an ATS on the same machine speak plain http, unless strict. */
export function isAllowedCallbackUrl(text: string, isStrict: boolean): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (url.hash !== '' || url.username !== '') return false
  if (url.protocol === 'https:') return url.port === '' || url.port === '80'
  return !isStrict && url.protocol === 'http:' && isLoopback(url.hostname)
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  )
}
