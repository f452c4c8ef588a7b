import type { Handlers } from '../../contract/ipc.ts'
import type { Db } from '../../db/schema.ts'
import type { Clock } from '../../domain/time.ts'
import type { FileKind } from '../backend.ts'
import { acknowledge } from '../notices.ts'
import { readArrivals } from '../reads/arrival-list.ts'
import { listExchanges } from '../reads/exchange-list.ts'
import { listQuarantine } from '../reads/quarantine-list.ts'

type Tools = {
  db: Db
  clock: Clock
  random: (bytes: number) => Uint8Array
  appVersion: string
  operatorName: () => string
  chooseWhere: (name: string) => Promise<string | null>
  chooseFile: (kind: FileKind) => Promise<string | null>
  /** Whether the last exchange failed in a way that is not written down yet. */
  isTroubled: () => boolean
  changed: (what: 'rows' | 'freshness') => void
}

/** What is asked about what leaves and what arrives: Échanges, its notices, the rescue files. */
export function answerExchanges(tools: Tools) {
  const { db, clock, random, appVersion, operatorName, chooseWhere, chooseFile, isTroubled, changed } = tools
  const who = () => ({ clock, random, appVersion, operatorName: operatorName() })
  return {
    'exchange.list': (query) => listExchanges(db, query, isTroubled()),
    'arrival.list': ({ before }) => readArrivals(db, before),
    'quarantine.list': () => listQuarantine(db),
    'notice.acknowledge': async ({ noticeId }) => {
      await acknowledge(db, noticeId, who())
      changed('freshness')
      return {}
    },
    'rescue.write': async () => {
      const { writeDeparture } = await import('../rescue/write-departure.ts')
      const written = await writeDeparture(db, { ...who(), chooseWhere })
      changed('rows')
      return written
    },
    'rescue.read': async () => {
      const { readReturn } = await import('../rescue/read-return.ts')
      const read = await readReturn(db, { ...who(), chooseFile: () => chooseFile('rescue') })
      changed('rows')
      return read
    },
  } satisfies Partial<Handlers>
}
