import path from 'node:path'
import { root } from '../../scripts/tools/run-bin.ts'
import { type OwnProcess, startProcess } from './own-process.ts'

/** The real HQ on PostgreSQL, killed and started again at the same address. */
export function killedHq(dataFolder: string, databaseUrl: string, clockFile: string) {
  let running: OwnProcess | null = null
  let url = ''
  return {
    get url() {
      return url
    },
    async start(): Promise<void> {
      const port = url === '' ? '0' : new URL(url).port
      running = startProcess(path.join(root, 'hq/server.ts'), ['--data', dataFolder, '--port', port], {
        env: { HQ_DATABASE_URL: databaseUrl, PUPITRE_CLOCK_FILE: clockFile },
      })
      url = ((await running.ready) as { url: string }).url
    },
    isReady: () => running?.isReady() ?? false,
    async kill(): Promise<void> {
      await running?.kill()
    },
    /** In order, as the system asks. */
    async end(): Promise<void> {
      await running?.end()
    },
  }
}
