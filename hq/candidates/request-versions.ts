import type { Candidate, Request } from '../../domain/candidate.ts'
import { type Entry, isLive } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import { examsOfMail } from './exams-of-mail.ts'
import type { RequestContent } from './request-content.ts'
import { sessionLabelOf } from './session-label.ts'

export type VersionOf = {
  centreId: string
  candidate: Candidate
  request: Request
  /** All entries of the request; those that ended are left out of the paper. */
  entries: readonly Entry[]
}

/**
 * Freezes what the confirmation of this version says, from the rows as they are about to be written: call it before `publish`, and
 * after what the version changed of the candidate's file (situation, funding). A version is kept once; the same one again is an error.
 */
export async function keepVersion(tx: Tx, of: VersionOf & { at: Instant }): Promise<void> {
  const { centreId, candidate, request, entries, at } = of
  const content = await contentOf(tx, { ...of, entries: entries.filter(({ status }) => isLive(status)) })
  await tx
    .insertInto('requestVersion')
    .values({
      ...{ requestId: request.id, version: request.version, centreId, candidateId: candidate.id, madeAt: at },
      content: JSON.stringify(content),
    })
    .execute()
}

/** What a confirmation says of a request made of these rows; every entry given is named. */
export async function contentOf(tx: Tx, { centreId, candidate, request, entries }: VersionOf): Promise<RequestContent> {
  const { nuc, birthName, usageName, firstNames, sex, bornOn, birthPlace, birthCountry } = candidate
  const { email, phone, addressLines, postcode, town } = candidate
  const file = await tx
    .selectFrom('candidateFile')
    .select(['situation', 'funding'])
    .where('candidateId', '=', candidate.id)
    .executeTakeFirst()
  return {
    candidate: {
      ...{ nuc, birthName, usageName, firstNames, sex, bornOn, birthPlace, birthCountry },
      ...{ email, phone, addressLines, postcode, town },
    },
    sessionLabel: await sessionLabelOf(tx, request.sessionId),
    centre: await centreOf(tx, centreId),
    exams: await examsOfMail(tx, centreId, entries),
    situation: file?.situation ?? null,
    funding: file?.funding ?? null,
    note: file ? null : request.note,
  }
}

/** The rows that a request's paper is made of, as they are. */
export async function rowsOf(tx: Tx, centreId: string, requestId: string): Promise<VersionOf> {
  const row = await tx
    .selectFrom('request')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow()
  const candidate = tx.selectFrom('candidate').selectAll().where('id', '=', row.candidateId)
  const entries = tx
    .selectFrom('entry')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('requestId', '=', requestId)
    .orderBy('id')
  return {
    centreId,
    candidate: toValue('candidate', await candidate.executeTakeFirstOrThrow()),
    request: toValue('request', row),
    entries: (await entries.execute()).map((entry) => toValue('entry', entry)),
  }
}

async function centreOf(tx: Tx, centreId: string): Promise<RequestContent['centre']> {
  const { addressLines, ...centre } = await tx
    .selectFrom('centre')
    .leftJoin('centreSettings', 'centreSettings.centreId', 'centre.id')
    .select(['centre.name', 'centre.town', 'centre.timeZone', 'centre.phone', 'centre.email'])
    .select('centreSettings.addressLines')
    .where('centre.id', '=', centreId)
    .executeTakeFirstOrThrow()
  return { ...centre, addressLines: addressLines ?? [] }
}
