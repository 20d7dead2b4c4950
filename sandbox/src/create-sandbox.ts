import pino, { type Logger } from 'pino'
import { type Clock, createClock } from './clock.ts'
import { createFaults } from './faults.ts'
import { createInFlight } from './in-flight.ts'
import { createPersistence, noPersistence, type Persistence } from './persistence.ts'
import { defaultOptions, type Sandbox, type SandboxOptions } from './sandbox.ts'
import { plantSeed, readSeed, type SeedData } from './seed.ts'
import { createStore } from './store.ts'
import { createTraffic } from './traffic.ts'
import { resumeWorld } from './world.ts'

export interface CreateSandboxOptions extends Partial<SandboxOptions> {
  /** Where state survives a restart. Absent: nowhere. */
  readonly dataDir?: string | undefined
  /** Lists that take the place of the seed's own. */
  readonly seed?: Partial<SeedData> | undefined
  readonly log?: Logger | undefined
}

interface CreatedSandbox {
  readonly sandbox: Sandbox
  readonly setOrigin: (origin: string) => void
  /** Timers end and the state is written. Deliveries under way are waited for. */
  readonly close: () => Promise<void>
}

/** The pretend LinkedIn without its HTTP server. */
export function createSandbox({ dataDir, seed, log, ...options }: CreateSandboxOptions = {}): CreatedSandbox {
  const logger = log ?? pino({ name: 'sandbox', level: 'silent' })
  let origin = ''
  let save = () => {}
  const store = createStore(() => save())
  const persistence: Persistence =
    dataDir === undefined ? noPersistence : createPersistence(dataDir, () => store.takeSnapshot(clock.position()))
  const snapshot = persistence.load()
  const clock: Clock = createClock({
    ...(snapshot === undefined ? {} : { position: snapshot.clock }),
    onMove: () => save(),
    onTimerError: (key, error) => logger.error({ key, err: error }, 'a timer failed'),
  })
  const sandbox: Sandbox = {
    store,
    clock,
    log: logger,
    options: { ...defaultOptions, ...options },
    traffic: createTraffic(clock),
    faults: createFaults(),
    inFlight: createInFlight(),
    seed: readSeed(seed),
    origin: () => origin,
  }
  if (snapshot === undefined) plantSeed(store, sandbox.seed, clock.now())
  else store.restore(snapshot)
  save = persistence.saveSoon
  resumeWorld(sandbox)

  return {
    sandbox,
    setOrigin: text => {
      origin = text
    },
    close: async () => {
      clock.stop()
      await sandbox.inFlight.drain()
      persistence.saveNow()
    },
  }
}
