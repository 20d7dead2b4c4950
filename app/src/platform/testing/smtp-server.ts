import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'

export interface SmtpServer {
  url: string
  /** As they came, headers and all. */
  letters: string[]
  /** What RCPT TO is answered with, from now on. */
  answerRecipients(line: string): void
  stop(): Promise<void>
}

/** As much of a mail server as a client talks to, without encryption. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const letters: string[] = []
  let recipientAnswer = '250 fine'
  const server = createServer(socket => talk(socket, () => recipientAnswer, letters))
  server.listen(0, '0.0.0.0')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a TCP server's address is never a pipe's name
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    answerRecipients: line => {
      recipientAnswer = line
    },
    stop: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}

function talk(socket: Socket, recipientAnswer: () => string, letters: string[]): void {
  let waiting = ''
  let inLetter = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  const hear = (line: string) => {
    const word = line.slice(0, 4).toUpperCase()
    if (word === 'EHLO') say('250 mail.example.com')
    else if (word === 'STAR') say('502 no encryption here')
    else if (word === 'RCPT') say(recipientAnswer())
    else if (word === 'DATA') {
      inLetter = true
      say('354 go ahead')
    } else if (word === 'QUIT') socket.end('221 bye\r\n')
    else say('250 fine')
  }
  socket.on('data', chunk => {
    waiting += chunk.toString('utf8')
    for (;;) {
      const mark = inLetter ? '\r\n.\r\n' : '\r\n'
      const end = waiting.indexOf(mark)
      if (end < 0) return
      const part = waiting.slice(0, end)
      waiting = waiting.slice(end + mark.length)
      if (inLetter) {
        letters.push(part)
        inLetter = false
        say('250 taken')
      } else hear(part)
    }
  })
  socket.on('error', () => socket.destroy())
  say('220 mail.example.com')
}
