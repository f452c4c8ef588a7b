import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CDPSession } from 'playwright'
import { say } from '../host-options.ts'
import type { FromMain, ToMain } from './messages.ts'
import { pageWorld } from './page-world.ts'
import { preloadWorld } from './preload-world.ts'

const WORLD = 'pupitre-preload'
const NAMES = { channel: randomBytes(12).toString('hex'), toMain: 'pupitreToMain', fromMain: 'pupitreFromMain' }

type Answer = (channel: string, args: unknown[]) => Promise<unknown>

/** The line between main and the preload of one window: it survives reloads, each of which starts a new preload world. */
export type PreloadChannel = { signal: (channel: string, args: unknown[]) => Promise<void> }

/** Installs a preload in every document the page will load; `answer` is main's answer to `ipcRenderer.invoke`. */
export async function openPreloadChannel(cdp: CDPSession, preload: string, answer: Answer): Promise<PreloadChannel> {
  const { frameTree } = await cdp.send('Page.getFrameTree')
  let world: number | null = null

  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === WORLD && context.auxData?.frameId === frameTree.frame.id) world = context.id
  })
  cdp.on('Runtime.executionContextsCleared', () => {
    world = null
  })
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === NAMES.toMain) void answerCall(JSON.parse(payload) as ToMain, executionContextId)
  })

  async function answerCall({ id, channel, args }: ToMain, from: number): Promise<void> {
    await deliver(from, { kind: 'answer', id, result: await resultOf(channel, args) })
  }

  async function resultOf(channel: string, args: unknown[]): Promise<{ value: unknown } | { error: string }> {
    try {
      return { value: await answer(channel, args) }
    } catch (error) {
      return { error: `Error invoking remote method '${channel}': ${error}` }
    }
  }

  async function deliver(contextId: number, message: FromMain): Promise<void> {
    const expression = `${NAMES.fromMain}(${JSON.stringify(JSON.stringify(message))})`
    try {
      await cdp.send('Runtime.evaluate', { contextId, expression })
    } catch (error) {
      // The document left while main was answering: there is nobody to tell any more.
      say(`not delivered: ${error instanceof Error ? error.message : error}`)
    }
  }

  await cdp.send('Runtime.enable')
  await cdp.send('Runtime.addBinding', { name: NAMES.toMain, executionContextName: WORLD })
  // The page's side first: it must be listening when the preload exposes its API.
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(${pageWorld})(${JSON.stringify(NAMES.channel)})`,
  })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: await preloadScript(preload), worldName: WORLD })

  return {
    async signal(channel, args) {
      if (world !== null) await deliver(world, { kind: 'signal', channel, args })
    },
  }
}

async function preloadScript(file: string): Promise<string> {
  const source = await readFile(file, 'utf8')
  return `(${preloadWorld})(${JSON.stringify(NAMES)}, function (require, module, exports) {\n${source}\n})`
}
