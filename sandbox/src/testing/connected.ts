import { type RunningSandbox, type StartSandboxOptions, startSandbox } from '../start-sandbox.ts'
import { type Customer, connect, provision } from './customer.ts'
import { type Receiver, startReceiver } from './receiver.ts'

export interface Connected {
  readonly running: RunningSandbox
  readonly customer: Customer
  readonly receiver: Receiver
  stop(): Promise<void>
}

/** A sandbox with one customer who is connected and whose door answers. */
export async function startConnected(
  level: 'company' | 'contract' = 'company',
  options: StartSandboxOptions = {},
): Promise<Connected> {
  const running = await startSandbox({ port: 0, jobTaskDelayMs: 0, ...options })
  const receiver = await startReceiver()
  const customer = await provision(running)
  await connect(running, customer, { level, receiver })
  return {
    running,
    customer,
    receiver,
    stop: async () => {
      await running.stop()
      await receiver.stop()
    },
  }
}
