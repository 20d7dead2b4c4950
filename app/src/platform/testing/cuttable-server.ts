import { once } from 'node:events'
import type { Socket } from 'node:net'
import { connect, createServer } from 'node:net'

export interface CuttableServer {
  /** The same database, by way of this wire. */
  url: string
  /** Nobody gets in any more, and who is in is thrown out. */
  cut(): Promise<void>
  mend(): Promise<void>
  /** The next commit breaks the wire: before the server hears of it, or before its answer arrives. */
  breakAtCommit(moment: 'unheard' | 'unanswered'): void
  stop(): Promise<void>
}

/** A wire to a PostgreSQL server that can break. */
export async function cuttable(serverUrl: string): Promise<CuttableServer> {
  const target = new URL(serverUrl)
  const sockets = new Set<Socket>()
  let breaking: 'unheard' | 'unanswered' | undefined

  const wire = createServer(client => {
    const server = connect(Number(target.port || 5432), target.hostname)
    const end = () => {
      client.destroy()
      server.destroy()
    }
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.on('error', end).on('close', () => {
        sockets.delete(socket)
        end()
      })
    }
    let isDeaf = false
    client.on('data', data => {
      if (breaking && data.includes('commit\0')) {
        isDeaf = breaking === 'unanswered'
        breaking = undefined
        if (!isDeaf) return end()
      }
      server.write(data)
    })
    server.on('data', data => (isDeaf ? end() : client.write(data)))
  })

  const listen = async (port: number) => {
    wire.listen(port, '127.0.0.1')
    await once(wire, 'listening')
    const address = wire.address()
    if (address === null || typeof address === 'string') throw new Error('No port could be had.')
    return address.port
  }
  const cut = async () => {
    const closed = once(wire, 'close')
    wire.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  const port = await listen(0)
  const url = new URL(serverUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    url: url.href,
    cut,
    mend: async () => {
      await listen(port)
    },
    breakAtCommit: moment => {
      breaking = moment
    },
    stop: async () => {
      if (wire.listening) await cut()
    },
  }
}
