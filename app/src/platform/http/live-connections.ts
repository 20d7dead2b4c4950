import { Refusal } from '../errors.ts'

export interface LiveListener {
  sessionId: string
  userId: string
  tenantId: string
}

interface Connection extends LiveListener {
  send(text: string): void
  close(): void
}

const MOST_PER_USER = 30
// A browser that reads this far behind comes back and asks for everything again.
const MOST_BYTES_WAITING = 256 * 1024
const RECONNECT_MS = 2_000

/** The open event streams of this process. */
export class LiveConnections {
  readonly #connections = new Set<Connection>()
  readonly #waiting = new Set<{ tenantId: string; wake: () => void }>()
  readonly #encoder = new TextEncoder()
  #isClosed = false

  /** `missedSome` is for a browser that comes back: what it shows may be old. */
  open(listener: LiveListener, options: { missedSome: boolean }): ReadableStream<Uint8Array> {
    this.#refuseTooMany(listener.userId)
    let connection: Connection | undefined
    const leave = () => {
      if (connection) this.#connections.delete(connection)
    }
    return new ReadableStream<Uint8Array>(
      {
        start: controller => {
          const close = () => {
            leave()
            controller.close()
          }
          const send = (text: string) => {
            controller.enqueue(this.#encoder.encode(text))
            if ((controller.desiredSize ?? 0) <= 0) close()
          }
          connection = { ...listener, send, close }
          this.#connections.add(connection)
          // The id makes the browser say that it was here before when it comes back.
          send(`retry: ${RECONNECT_MS}\nid: 1\n\n`)
          if (options.missedSome) send(RESYNC)
        },
        cancel: leave,
      },
      new ByteLengthQueuingStrategy({ highWaterMark: MOST_BYTES_WAITING }),
    )
  }

  tell(tenantId: string, data: string): void {
    for (const one of this.#connections) if (one.tenantId === tenantId) one.send(`data: ${data}\n\n`)
    for (const one of this.#waiting) if (one.tenantId === tenantId) one.wake()
  }

  resync(): void {
    for (const one of this.#connections) one.send(RESYNC)
    this.#wakeAll()
  }

  /** For one who waits without a stream: until something happens in this company, or until it is time to look again. */
  async news(tenantId: string, longestMs: number, signal: AbortSignal): Promise<'look' | 'closed'> {
    await new Promise<void>(resolve => {
      const wake = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', wake)
        this.#waiting.delete(waiting)
        resolve()
      }
      const waiting = { tenantId, wake }
      const timer = setTimeout(wake, longestMs)
      signal.addEventListener('abort', wake)
      this.#waiting.add(waiting)
      if (this.#isClosed || signal.aborted) wake()
    })
    return this.#isClosed ? 'closed' : 'look'
  }

  /** A comment, so that no proxy takes silence for an end. */
  beat(): void {
    for (const one of this.#connections) one.send(':\n\n')
  }

  sessionIds(): string[] {
    return [...new Set([...this.#connections].map(one => one.sessionId))]
  }

  closeWhere(is: (listener: LiveListener) => boolean): void {
    for (const one of this.#connections) if (is(one)) one.close()
  }

  closeAll(): void {
    this.#isClosed = true
    this.#wakeAll()
    this.closeWhere(() => true)
  }

  get size(): number {
    return this.#connections.size
  }

  #wakeAll(): void {
    for (const one of this.#waiting) one.wake()
  }

  #refuseTooMany(userId: string): void {
    const open = [...this.#connections].filter(one => one.userId === userId).length
    if (open < MOST_PER_USER) return
    throw new Refusal('tooMany', {
      code: 'live.tooMany',
      message: `You have ${open} open pages that follow changes. Close some of them.`,
      params: { open },
      retryAfterSeconds: 30,
    })
  }
}

const RESYNC = 'event: resync\ndata: {}\n\n'
