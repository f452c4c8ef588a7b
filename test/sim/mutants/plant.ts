import { registerHooks } from 'node:module'
import { faults } from './faults.ts'

/**
 * Plants one fault: the text of its file is changed as it is loaded, in this thread only.
 * @throws when the text is not there exactly once: a fault that no longer fits the code proves nothing
 */
export function plant(name: string): void {
  const fault = faults.find((one) => one.name === name)
  if (!fault) throw new Error(`no such fault: ${name}`)
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      if (!url.endsWith(`/${fault.file}`)) return loaded
      return { ...loaded, source: planted(fault, String(Buffer.from(loaded.source as Uint8Array))) }
    },
  })
}

export function planted({ name, find, put }: (typeof faults)[number], text: string): string {
  const times = text.split(find).length - 1
  if (times !== 1) throw new Error(`« ${name} » finds its place ${times} times`)
  return text.replace(find, () => put)
}
