import '../helpers/vite-imports.ts'
import { MONDAY } from '../helpers/rows.ts'

// Not a static import: the hooks above must stand before the style sheets of papers are looked for.
const { openBackend } = await import('../../main/backend.ts')

/** The real backend of a PC, without the window. It exchanges only when told. */
export async function openBenchBackend(dataFolder: string, fetchHq: typeof fetch) {
  const { handlers, stop } = await openBackend({
    dataFolder,
    clock: { now: () => MONDAY },
    hqUrl: null,
    enrolmentCode: null,
    appVersion: '0.1.0',
    print: async () => new Uint8Array(),
    openFile: async () => {},
    chooseWhere: async () => null,
    chooseFile: async () => null,
    fetch: fetchHq,
  })
  return {
    stop,
    /** Enrols, and brings every row. */
    async firstSync({ hqUrl, code }: { hqUrl: string; code: string }): Promise<void> {
      const enrolled = await handlers['desk.enrol']({ hqUrl, code, deviceName: 'ACCUEIL' })
      const synced = await handlers['sync.now']({})
      if (!enrolled.ok || !synced.ok) throw new Error(`no first sync: ${JSON.stringify([enrolled, synced])}`)
      const { freshness } = await handlers['desk.state']({})
      if (freshness.agreement !== 'agrees') throw new Error(`not up to date: ${JSON.stringify(freshness)}`)
    },
  }
}
