import type { Page } from 'playwright-core'

interface Weight {
  scriptBytes: number
  styleBytes: number
  requests: string[]
}

/** What a page costs on the wire, compressed as it comes. A stream that stays open is no request of the first page. */
export async function watchTraffic(page: Page): Promise<{ read(): Weight }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const seen = new Map<string, { url: string; type: string; bytes: number }>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type !== 'EventSource') seen.set(requestId, { url: response.url, type, bytes: 0 })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = seen.get(requestId)
    if (request) request.bytes = encodedDataLength
  })
  const sum = (type: string) =>
    [...seen.values()].filter(one => one.type === type).reduce((total, one) => total + one.bytes, 0)
  return {
    read: () => ({
      scriptBytes: sum('Script'),
      styleBytes: sum('Stylesheet'),
      requests: [...seen.values()].map(one => `${one.type} ${one.bytes} ${one.url}`),
    }),
  }
}
