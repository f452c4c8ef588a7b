import '../helpers/vite-imports.ts'
import type { Backend } from '../../main/backend.ts'
import { fileClock } from '../../main/clock.ts'

/** One office PC as a process: the real backend on real files, its calls served over the channel of whoever started it. */

export type DeskRequest = { n: number; call: keyof Backend['handlers']; input: unknown } | { stop: true }
export type DeskAnswer =
  | { ready: true }
  | { refused: string }
  | { n: number; value: unknown }
  | { n: number; bug: string }

const [dataFolder, clockFile] = process.argv.slice(2)
if (!dataFolder || !clockFile || !process.send)
  throw new Error('desk-process.ts <data folder> <clock file>, over a channel')
// Not a static import: the hooks above must stand before the backend's style sheets are looked for.
const { openBackend } = await import('../../main/backend.ts')
const { CannotOpen } = await import('../../main/open-desk.ts')

const say = (answer: DeskAnswer) => void process.send?.(answer)

const backend = await openBackend({
  dataFolder,
  clock: fileClock(clockFile),
  hqUrl: null,
  enrolmentCode: null,
  appVersion: '0.1.0',
  // A PDF is Chromium's business. `PUPITRE_HOLD_PRINT`: it never comes, so that this process can be killed while it is awaited.
  print: async (html) =>
    process.env.PUPITRE_HOLD_PRINT ? await new Promise<never>(() => undefined) : new TextEncoder().encode(html),
  openFile: async () => {},
  chooseWhere: async () => null,
  chooseFile: async () => null,
}).catch((error: unknown) => {
  if (!(error instanceof CannotOpen)) throw error
  process.send?.({ refused: error.sentence } satisfies DeskAnswer, () => process.exit(1))
  return new Promise<never>(() => undefined)
})

process.on('message', (request: DeskRequest) => {
  if ('stop' in request) {
    void backend.stop().then(() => process.exit(0))
    return
  }
  const { n, call, input } = request
  const handler = backend.handlers[call] as (input: unknown) => unknown
  Promise.resolve()
    .then(() => handler(input))
    .then(
      (value) => say({ n, value }),
      (error: unknown) => say({ n, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
})
// Whoever started us is gone, even killed: nothing is left behind.
process.on('disconnect', () => process.exit(0))
backend.start()
say({ ready: true })
