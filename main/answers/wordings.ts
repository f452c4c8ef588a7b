import type { Handlers } from '../../contract/ipc.ts'
import type { Db } from '../../db/schema.ts'
import type { Clock } from '../../domain/time.ts'
import type { FileKind } from '../backend.ts'
import { chooseLogo } from '../choose-logo.ts'
import { readLogoImage } from '../print/centre-logo.ts'
import { offerOnScreen } from '../print/previews.ts'
import { samplePaper } from '../print/sample-papers.ts'

type Tools = {
  db: Db
  clock: Clock
  random: (bytes: number) => Uint8Array
  chooseFile: (kind: FileKind) => Promise<string | null>
}

/** What is asked about what is the centre's own on its papers: how it looks, and its logo. */
export function answerWordings({ db, clock, random, chooseFile }: Tools) {
  return {
    'paper.preview': async (typed) => ({
      token: offerOnScreen(await samplePaper({ db, clock }, typed), typed.text !== undefined),
    }),
    'logo.read': () => readLogoImage(db),
    'logo.choose': () => chooseLogo(() => chooseFile('logo'), { clock, random }),
  } satisfies Partial<Handlers>
}
