import path from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { newEncryptionKey } from './crypto/encryption-keys.ts'

test('without any setting everything runs on this machine against the sandbox', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    dataDir: path.resolve('.lodestone'),
    databaseUrl: undefined,
    encryptionKeys: [],
    demo: false,
    demoSignIns: undefined,
    logLevel: 'info',
    trustedIssuers: [],
    trustedProxies: 0,
    tokenRequestsPerMinute: 1200,
    userRequestsPerMinute: 0,
    metricsToken: undefined,
    mail: undefined,
    linkedin: {
      wwwUrl: 'http://localhost:4000',
      apiUrl: 'http://localhost:4000',
      platformUrl: 'http://localhost:4000',
      parentClientId: undefined,
      parentClientSecret: undefined,
    },
  })
})

test('each setting reaches its place', () => {
  const [one, two] = [newEncryptionKey('new'), newEncryptionKey('old')]
  const config = readConfig({
    LODESTONE_HOST: '0.0.0.0',
    LODESTONE_PORT: '8080',
    LODESTONE_PUBLIC_URL: 'https://ats.example.com/',
    LODESTONE_DATA_DIR: '/var/lib/lodestone',
    LODESTONE_DATABASE_URL: 'postgres://lodestone@db/lodestone',
    LODESTONE_ENCRYPTION_KEYS: `${one}, ${two}`,
    LODESTONE_LOG_LEVEL: 'warn',
    LODESTONE_TRUSTED_PROXIES: '2',
    LODESTONE_TOKEN_REQUESTS_PER_MINUTE: '60',
    LODESTONE_USER_REQUESTS_PER_MINUTE: '600',
    LODESTONE_METRICS_TOKEN: 'sixteen-letters!',
    LODESTONE_SMTP_URL: 'smtps://smtp.example.com',
    LODESTONE_MAIL_FROM: 'Lodestone <ats@example.com>',
    LODESTONE_TRUSTED_ISSUERS: 'https://sso.intern.example.com/, http://localhost:8080',
    LINKEDIN_WWW_URL: 'https://www.linkedin.com',
    LINKEDIN_CLIENT_ID: 'id',
    LINKEDIN_CLIENT_SECRET: 'secret',
  })
  expect(config).toMatchObject({
    host: '0.0.0.0',
    port: 8080,
    publicUrl: 'https://ats.example.com',
    dataDir: '/var/lib/lodestone',
    databaseUrl: 'postgres://lodestone@db/lodestone',
    encryptionKeys: [one, two],
    logLevel: 'warn',
    trustedProxies: 2,
    tokenRequestsPerMinute: 60,
    userRequestsPerMinute: 600,
    metricsToken: 'sixteen-letters!',
    mail: { smtpUrl: 'smtps://smtp.example.com', from: 'Lodestone <ats@example.com>' },
    trustedIssuers: ['https://sso.intern.example.com', 'http://localhost:8080'],
    linkedin: { wwwUrl: 'https://www.linkedin.com', parentClientId: 'id', parentClientSecret: 'secret' },
  })
})

test('ports follow their settings, and an empty value counts as none', () => {
  const config = readConfig({ LODESTONE_PORT: '3100', LODESTONE_SANDBOX_PORT: '4100', LODESTONE_HOST: '' })
  expect(config).toMatchObject({
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3100',
    linkedin: { apiUrl: 'http://localhost:4100' },
  })
})

test.each([
  [{ LODESTONE_PORT: 'http' }, 'LODESTONE_PORT must be a number from 1 to 65535. Example: LODESTONE_PORT=3000'],
  [{ LODESTONE_TOKEN_REQUESTS_PER_MINUTE: 'many' }, 'must be a number of requests, or 0 for no limit'],
  [{ LODESTONE_PORT: '70000' }, 'LODESTONE_PORT must be a number from 1 to 65535'],
  [{ LODESTONE_PUBLIC_URL: 'ats.example.com' }, 'LODESTONE_PUBLIC_URL must be an http or https address without a path'],
  [
    { LODESTONE_PUBLIC_URL: 'https://example.com/ats' },
    'LODESTONE_PUBLIC_URL must be an http or https address without',
  ],
  [{ LINKEDIN_API_URL: 'ftp://example.com' }, 'LINKEDIN_API_URL must be an http or https address'],
  [
    { LODESTONE_DATABASE_URL: 'mysql://db/x' },
    'LODESTONE_DATABASE_URL must be an address that starts with postgres://',
  ],
  [
    { LODESTONE_DATABASE_URL: 'postgres://db/x' },
    'LODESTONE_ENCRYPTION_KEYS must be set when LODESTONE_DATABASE_URL is',
  ],
  [{ LODESTONE_ENCRYPTION_KEYS: 'k1:c2hvcnQ=' }, 'LODESTONE_ENCRYPTION_KEYS is wrong: the key k1 has 5 bytes'],
  [{ LODESTONE_LOG_LEVEL: 'loud' }, 'LODESTONE_LOG_LEVEL must be one of fatal, error'],
  [{ LODESTONE_TRUSTED_PROXIES: 'yes' }, 'LODESTONE_TRUSTED_PROXIES must be the number of proxies'],
  [{ LODESTONE_TRUSTED_ISSUERS: 'http://sso.example.com' }, 'LODESTONE_TRUSTED_ISSUERS must be https addresses'],
  [{ LODESTONE_METRICS_TOKEN: 'short' }, 'LODESTONE_METRICS_TOKEN must have at least 16 characters'],
  [{ LODESTONE_DEMO: 'yes' }, 'LODESTONE_DEMO must be true or false'],
  [{ LODESTONE_SMTP_URL: 'https://mail' }, 'LODESTONE_SMTP_URL must be an address that starts with smtp://'],
  [{ LODESTONE_SMTP_URL: 'smtp://mail' }, 'LODESTONE_MAIL_FROM is missing'],
  [{ LODESTONE_MAIL_FROM: 'Lodestone' }, 'LODESTONE_MAIL_FROM must be an e-mail address'],
  [{ LINKEDIN_CLIENT_ID: 'id' }, 'LINKEDIN_CLIENT_SECRET is missing'],
  [{ LINKEDIN_CLIENT_SECRET: 'x' }, 'LINKEDIN_CLIENT_ID is missing'],
])('%j is refused', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(sentence)
})

test('two keys of one name are refused', () => {
  const keys = `${newEncryptionKey('k1')},${newEncryptionKey('k1')}`
  expect(() => readConfig({ LODESTONE_ENCRYPTION_KEYS: keys })).toThrow('the id k1 occurs twice')
})

test('all that is wrong is told at once, without repeating a secret', () => {
  const env = {
    LODESTONE_PORT: '0',
    LODESTONE_HOST: 'x',
    LODESTONE_ENCRYPTION_KEYS: 'k1:hunter2',
    LINKEDIN_WWW_URL: 'x',
  }
  try {
    readConfig(env)
    expect.unreachable()
  } catch (error) {
    const text = String(error)
    expect(text).toContain('3 settings are wrong')
    expect(text).toMatch(/LODESTONE_PORT [\s\S]*LODESTONE_ENCRYPTION_KEYS [\s\S]*LINKEDIN_WWW_URL /)
    expect(text).not.toContain('hunter2')
  }
})

test('the demo on PostgreSQL may keep its key in the data directory', () => {
  const config = readConfig({ LODESTONE_DATABASE_URL: 'postgres://db/x', LODESTONE_DEMO: 'true' })
  expect(config).toMatchObject({ demo: true, encryptionKeys: [] })
})
