import path from 'node:path'
import { z } from 'zod'
import { parseEncryptionKey } from './crypto/encryption-keys.ts'

/** Everything that can be set from outside, read once at start and validated. */
export interface Config {
  host: string
  port: number
  publicUrl: string
  dataDir: string
  databaseUrl: string | undefined
  /** Each `id:base64`. Empty: one is made and kept in the data directory. */
  encryptionKeys: readonly string[]
  /** The demo world is shown on the sign-in page; set by the demo only. */
  demo: boolean
  /** Whom the demo offers on its sign-in page; never read from outside. */
  demoSignIns: DemoSignIns | undefined
  logLevel: LogLevel
  /** How many proxies in front of us set X-Forwarded-For; 0 means that the header is not believed. */
  trustedProxies: number
  /** For each API token and each process; 0 sets no limit. */
  tokenRequestsPerMinute: number
  /** For each person; 0 sets no limit. */
  userRequestsPerMinute: number
  /** Unset: /metrics answers this machine only. */
  metricsToken: string | undefined
  /** Unset: nothing can be mailed, except in the demo, which shows what would be. */
  mail: { smtpUrl: string; from: string } | undefined
  /** Origins of issuers that may have a private address, or plain http on this machine. */
  trustedIssuers: readonly string[]
  linkedin: {
    wwwUrl: string
    apiUrl: string
    platformUrl: string
    parentClientId: string | undefined
    parentClientSecret: string | undefined
  }
}

export interface DemoSignIns {
  password: string
  people: { name: string; email: string; what: string }[]
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const examples: Record<string, string> = {
  LODESTONE_HOST: '127.0.0.1',
  LODESTONE_PORT: '3000',
  LODESTONE_SANDBOX_PORT: '4000',
  LODESTONE_PUBLIC_URL: 'https://ats.example.com',
  LODESTONE_DATA_DIR: '/var/lib/lodestone',
  LODESTONE_DATABASE_URL: 'postgres://lodestone:secret@db.example.com:5432/lodestone',
  LODESTONE_ENCRYPTION_KEYS: 'k1:<32 random bytes in base64>  (openssl rand -base64 32)',
  LODESTONE_DEMO: 'true',
  LODESTONE_LOG_LEVEL: 'info',
  LODESTONE_TRUSTED_PROXIES: '1',
  LODESTONE_TOKEN_REQUESTS_PER_MINUTE: '1200',
  LODESTONE_USER_REQUESTS_PER_MINUTE: '0',
  LODESTONE_METRICS_TOKEN: '<at least 16 random characters>',
  LODESTONE_SMTP_URL: 'smtps://user:password@smtp.example.com',
  LODESTONE_MAIL_FROM: 'Lodestone <ats@example.com>',
  LODESTONE_TRUSTED_ISSUERS: 'https://sso.intern.example.com',
  LINKEDIN_WWW_URL: 'https://www.linkedin.com',
  LINKEDIN_API_URL: 'https://api.linkedin.com',
  LINKEDIN_PLATFORM_URL: 'https://platform.linkedin.com',
  LINKEDIN_CLIENT_ID: '86abcdefgh1234',
  LINKEDIN_CLIENT_SECRET: '<the secret shown beside the client id>',
}

const port = (otherwise: number) =>
  z
    .string()
    .default(String(otherwise))
    .refine(
      text => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535,
      'must be a number from 1 to 65535',
    )
    .transform(Number)

const perMinute = (otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, 'must be a number of requests, or 0 for no limit')
    .default(String(otherwise))
    .transform(Number)

const origin = z
  .string()
  .refine(isOrigin, 'must be an http or https address without a path')
  .transform(text => new URL(text).origin)

const settings = z
  .object({
    LODESTONE_HOST: z.string().default('127.0.0.1'),
    LODESTONE_PORT: port(3000),
    LODESTONE_SANDBOX_PORT: port(4000),
    LODESTONE_PUBLIC_URL: origin.optional(),
    LODESTONE_DATA_DIR: z.string().default('.lodestone'),
    LODESTONE_DATABASE_URL: z
      .string()
      .refine(isPostgresUrl, 'must be an address that starts with postgres:// and names a host and a database')
      .optional(),
    LODESTONE_ENCRYPTION_KEYS: z.string().transform(splitKeys).superRefine(refuseBadKeys).optional(),
    LODESTONE_DEMO: z.enum(['true', 'false'], 'must be true or false').default('false'),
    LODESTONE_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
    LODESTONE_TRUSTED_PROXIES: z
      .string()
      .regex(/^\d$/, 'must be the number of proxies in front of Lodestone, from 0 to 9')
      .default('0')
      .transform(Number),
    LODESTONE_TOKEN_REQUESTS_PER_MINUTE: perMinute(1_200),
    // A busy screen asks often, and people are not programs that run away.
    LODESTONE_USER_REQUESTS_PER_MINUTE: perMinute(0),
    LODESTONE_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    LODESTONE_SMTP_URL: z
      .string()
      .refine(isSmtpUrl, 'must be an address that starts with smtp:// or smtps:// and names a host')
      .optional(),
    LODESTONE_MAIL_FROM: z.string().refine(isSender, 'must be an e-mail address, with or without a name').optional(),
    LODESTONE_TRUSTED_ISSUERS: z
      .string()
      .transform(text => text.split(',').map(one => one.trim()))
      .refine(
        list => list.every(isIssuerOrigin),
        'must be https addresses without a path, separated by commas; http for this machine only',
      )
      .transform(list => list.map(one => new URL(one).origin))
      .optional(),
    LINKEDIN_WWW_URL: origin.optional(),
    LINKEDIN_API_URL: origin.optional(),
    LINKEDIN_PLATFORM_URL: origin.optional(),
    LINKEDIN_CLIENT_ID: z.string().optional(),
    LINKEDIN_CLIENT_SECRET: z.string().optional(),
  })
  .superRefine((env, context) => {
    if (env.LODESTONE_DATABASE_URL && !env.LODESTONE_ENCRYPTION_KEYS && env.LODESTONE_DEMO === 'false') {
      const message =
        'must be set when LODESTONE_DATABASE_URL is: every process needs the same key, kept outside the database'
      context.addIssue({ code: 'custom', path: ['LODESTONE_ENCRYPTION_KEYS'], message })
    }
    if (Boolean(env.LODESTONE_SMTP_URL) !== Boolean(env.LODESTONE_MAIL_FROM)) {
      const missing = env.LODESTONE_SMTP_URL ? 'LODESTONE_MAIL_FROM' : 'LODESTONE_SMTP_URL'
      const message = 'is missing: the mail server and the sender go together'
      context.addIssue({ code: 'custom', path: [missing], message })
    }
    if (Boolean(env.LINKEDIN_CLIENT_ID) !== Boolean(env.LINKEDIN_CLIENT_SECRET)) {
      const missing = env.LINKEDIN_CLIENT_ID ? 'LINKEDIN_CLIENT_SECRET' : 'LINKEDIN_CLIENT_ID'
      context.addIssue({
        code: 'custom',
        path: [missing],
        message: 'is missing: the client id and its secret go together',
      })
    }
  })

/** Reads all settings, and reports everything that is wrong at once. Only main.ts and cli.ts call it. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const outcome = settings.safeParse(withoutEmpty(env))
  if (!outcome.success) throw new Error(explain(outcome.error))
  const read = outcome.data
  const sandbox = `http://localhost:${read.LODESTONE_SANDBOX_PORT}`
  return {
    host: read.LODESTONE_HOST,
    port: read.LODESTONE_PORT,
    publicUrl: read.LODESTONE_PUBLIC_URL ?? `http://localhost:${read.LODESTONE_PORT}`,
    dataDir: path.resolve(read.LODESTONE_DATA_DIR),
    databaseUrl: read.LODESTONE_DATABASE_URL,
    encryptionKeys: read.LODESTONE_ENCRYPTION_KEYS ?? [],
    demo: read.LODESTONE_DEMO === 'true',
    demoSignIns: undefined,
    logLevel: read.LODESTONE_LOG_LEVEL,
    trustedProxies: read.LODESTONE_TRUSTED_PROXIES,
    tokenRequestsPerMinute: read.LODESTONE_TOKEN_REQUESTS_PER_MINUTE,
    userRequestsPerMinute: read.LODESTONE_USER_REQUESTS_PER_MINUTE,
    metricsToken: read.LODESTONE_METRICS_TOKEN,
    mail:
      read.LODESTONE_SMTP_URL && read.LODESTONE_MAIL_FROM
        ? { smtpUrl: read.LODESTONE_SMTP_URL, from: read.LODESTONE_MAIL_FROM }
        : undefined,
    trustedIssuers: read.LODESTONE_TRUSTED_ISSUERS ?? [],
    linkedin: {
      wwwUrl: read.LINKEDIN_WWW_URL ?? sandbox,
      apiUrl: read.LINKEDIN_API_URL ?? sandbox,
      platformUrl: read.LINKEDIN_PLATFORM_URL ?? sandbox,
      parentClientId: read.LINKEDIN_CLIENT_ID,
      parentClientSecret: read.LINKEDIN_CLIENT_SECRET,
    },
  }
}

function withoutEmpty(env: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
}

function explain(error: z.ZodError): string {
  const lines = error.issues.map(issue => {
    const name = String(issue.path[0])
    return `- ${name} ${issue.message}. Example: ${name}=${examples[name] ?? ''}`
  })
  return `Lodestone cannot start, because ${lines.length === 1 ? 'one setting is' : `${lines.length} settings are`} wrong:\n${lines.join('\n')}`
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (!['http:', 'https:'].includes(url.protocol)) return false
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
}

function isIssuerOrigin(text: string): boolean {
  return isOrigin(text) && (text.startsWith('https:') || isThisMachine(new URL(text).hostname))
}

function isThisMachine(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== ''
}

function isSender(text: string): boolean {
  const address = /^[^<>]*<([^<>]+)>$/.exec(text)?.[1] ?? text
  return z.email().safeParse(address.trim()).success
}

function splitKeys(text: string): string[] {
  return text.split(',').map(key => key.trim())
}

function refuseBadKeys(keys: string[], context: z.RefinementCtx): void {
  const ids = new Set<string>()
  for (const key of keys) {
    try {
      const { id } = parseEncryptionKey(key)
      if (ids.has(id)) context.addIssue(`is wrong: the id ${id} occurs twice`)
      ids.add(id)
    } catch (error) {
      context.addIssue(`is wrong: ${error instanceof Error ? error.message : 'it cannot be read'}`)
    }
  }
}
