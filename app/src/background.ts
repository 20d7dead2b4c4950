import type { App } from './platform/app.ts'
import type { Handler } from './platform/queue/queue.ts'
import { startQueue } from './platform/queue/run-queue.ts'

export interface RunningBackground {
  stop(): Promise<void>
}

/** Slices add what they do beside requests here: the queue's tasks by their kind. */
const handlers: Record<string, Handler> = {}

export async function startBackground(app: App): Promise<RunningBackground> {
  return startQueue(app, handlers)
}
