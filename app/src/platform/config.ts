/** Everything that can be set from outside, read once at start and validated. */
export interface Config {
  host: string
  port: number
  publicUrl: string
  dataDir: string
  databaseUrl: string | undefined
  encryptionKeys: readonly string[]
  /** The demo world is shown on the sign-in page; set by the demo only. */
  demo: boolean
  linkedin: {
    wwwUrl: string
    apiUrl: string
    platformUrl: string
    parentClientId: string | undefined
    parentClientSecret: string | undefined
  }
}
