import type { z } from 'zod'
import type { App } from '../app.ts'
import type { sessionListEntry } from './session-list.shapes.ts'

/** Where one person is signed in now: this session first, then by last use. */
export async function listSessions(
  app: App,
  by: { id: string; signInId: string; vouchedBy: string | null },
): Promise<z.infer<typeof sessionListEntry>[]> {
  let sessions = app.db.owner
    .selectFrom('sign_in_session')
    .select(['id', 'user_agent', 'created_at', 'updated_at'])
    .where('sign_in_id', '=', by.signInId)
    .where('active_tenant_id', 'is not', null)
    .where('expires_at', '>', app.clock.now())
    .orderBy('updated_at', 'desc')
  // A company that vouches for somebody learns nothing of where else he works.
  if (by.vouchedBy !== null) sessions = sessions.where('vouched_by', '=', by.vouchedBy)
  const rows = await sessions.execute()
  return rows
    .map(row => ({
      id: row.id,
      ...readDevice(row.user_agent ?? ''),
      since: row.created_at.toISOString(),
      lastUsed: row.updated_at.toISOString(),
      current: row.id === by.id,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current))
}

// In this order: most browsers also name those that they resemble.
const browsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** As coarse as a person thinks of it. */
export function readDevice(userAgent: string): { browser: string | null; system: string | null } {
  const find = (known: [RegExp, string][]) => known.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null
  return { browser: find(browsers), system: find(systems) }
}
