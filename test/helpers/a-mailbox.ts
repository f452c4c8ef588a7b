import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived: who it was for by the envelope, its bytes, and the same read as a mail program does. */
export type Arrived = { to: string[]; raw: string; mail: Email }
/** What the server does with the next mail: takes it, refuses it with a code at a stage, or hangs up after DATA without a word. */
export type Turn = 'take' | { at: 'mail' | 'rcpt' | 'data'; code: number; words?: string } | 'cut-after-data'

/** A real SMTP server on 127.0.0.1 that keeps what arrives. `turns`: what it does with each mail in turn; then it takes them. */
export async function aMailbox({ turns = [] }: { turns?: Turn[] } = {}) {
  const arrived: Arrived[] = []
  /** Message-IDs whose bytes came, whether or not they were answered. */
  const received: string[] = []
  let gate: Promise<void> = Promise.resolve()
  let atGate = 0
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onMailFrom: (_address, _session, done) => done(refusal('mail')),
    onRcptTo: (_address, _session, done) => done(refusal('rcpt')),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        void (async () => {
          const bytes = Buffer.concat(chunks)
          const mail = await PostalMime.parse(bytes)
          received.push(mail.messageId ?? '')
          atGate += 1
          await gate
          atGate -= 1
          if (turns[0] === 'cut-after-data') {
            turns.shift()
            cut()
            return
          }
          const refused = refusal('data')
          if (!refused) {
            if (turns[0] === 'take') turns.shift()
            arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: bytes.toString(), mail })
          }
          done(refused)
        })()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo

  function refusal(stage: 'mail' | 'rcpt' | 'data'): Error | null {
    const [turn] = turns
    if (typeof turn !== 'object' || turn.at !== stage) return null
    turns.shift()
    return Object.assign(new Error(turn.words ?? 'No'), { responseCode: turn.code })
  }

  function cut(): void {
    for (const connection of server.connections) connection._socket.destroy()
  }

  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    received,
    turns,
    /** Mails whose bytes came and that wait for an answer. */
    underWay: () => atGate,
    /** Until what it gives is called, no mail is answered. */
    hold(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return resolve
    },
    async close(): Promise<void> {
      cut()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await setImmediate()
    },
  }
}
