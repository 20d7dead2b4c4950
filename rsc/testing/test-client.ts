import { type Client, type ClientSettings, createClient } from '../src/client.ts'
import { type RecordedRequest, recordFetch, type ScriptedAnswer } from './recording-fetch.ts'

/** A client whose traffic is recorded and answered from a function, with a clock that stands still. */
export function createTestClient(
  answer: (request: RecordedRequest) => ScriptedAnswer | undefined,
  settings: Partial<ClientSettings> = {},
): ReturnType<typeof recordFetch> & { client: Client } {
  const recorded = recordFetch(answer)
  const client = createClient({
    wwwUrl: 'https://www.example',
    apiUrl: 'https://api.example',
    clientId: '78veen',
    clientSecret: 'not-a-real-secret',
    transport: { fetch: recorded.fetch, now: () => 1_741_000_000_000 },
    ...settings,
  })
  return { ...recorded, client }
}
