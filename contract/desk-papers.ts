import { z } from 'zod'
import { PAPER_MEANS } from '../domain/issued-paper.ts'
import { BigCount, Id, LongText, ShortText } from '../domain/shapes/basic.ts'
import { ConvocationChange } from '../domain/shapes/convocation-changes.ts'
import { IssuedPaper } from '../domain/shapes/issued-paper.ts'
import { CONVOCATION_HINDRANCES } from './states.ts'

/** What the window shows of the papers issued to candidates. */

/**
 * current: who holds it may keep it. outdated: « PÉRIMÉE », what it says has changed since. never: not issued yet. hindered: never issued,
 * and cannot be.
 */
export const CONVOCATION_STATES = ['never', 'current', 'outdated', 'hindered'] as const

/** Where one candidate's convocation for one session stands. */
export const ConvocationRow = z.object({
  /** The request that it is about, and is asked for by. */
  requestId: Id,
  candidateId: Id,
  candidateName: ShortText,
  examCodes: z.array(ShortText),
  state: z.enum(CONVOCATION_STATES),
  /** Of one that cannot be printed now, whatever its state. */
  hindrance: z.enum(CONVOCATION_HINDRANCES).nullable(),
  /** The one that counts. `pending`: HQ has not heard of it yet. */
  issued: IssuedPaper.pick({ id: true, version: true, issuedAt: true, issuedBy: true, means: true })
    .extend({ pending: z.boolean() })
    .nullable(),
  /** What has changed since; of an outdated one alone. */
  changes: z.array(ConvocationChange).max(100),
})
export type ConvocationRow = z.infer<typeof ConvocationRow>

/** The convocations of a session in numbers, and those that somebody has to look at. */
export const ConvocationList = z.object({
  /** Those who can be convened: a confirmed entry, a sitting, and nothing against it. */
  ready: BigCount,
  /** Of these, those that nothing stands against. */
  current: BigCount,
  never: BigCount,
  outdated: BigCount,
  /** As many as `hindrances`: nobody is counted twice. */
  hindered: BigCount,
  /** « Imprimer les N convocations » : those never issued and those outdated that can be printed now. */
  due: BigCount,
  /** Outdated, by name, whether they can be printed now or not. */
  toReconvene: z.array(ConvocationRow),
  /** Of the others, those not to be printed now, by why, then by name. */
  hindrances: z.array(ConvocationRow),
})
export type ConvocationList = z.infer<typeof ConvocationList>

/** `due`: all that is new or has changed. Else these, whatever their state: one that holds is printed again as it was issued. */
export const ConvocationPrint = z.object({
  sessionId: Id,
  which: z.union([z.literal('due'), z.array(Id).min(1).max(5000)]),
  /** together: one PDF a batch, to be printed. apart: a PDF for each candidate. */
  as: z.enum(['together', 'apart']),
  means: z.enum(PAPER_MEANS).default('print'),
})

/** What became of issuing papers. busy: others are being printed. nothing: there is none to print. not-issued: this PC could not write it down, or the role does not allow it. */
export const PRINTING_STOPS = ['cancelled', 'busy', 'nothing', 'not-made', 'not-stored', 'not-issued'] as const
export const PapersPrinted = z.object({
  /** How many papers were printed and kept, those of an unchanged version included; how many of them are newly issued. */
  printed: BigCount,
  issued: BigCount,
  /** What stopped it; null when all were printed. What was printed before stands. */
  stopped: z.enum(PRINTING_STOPS).nullable(),
  /** The file or folder that was opened; `opened`: whether a program could show it; `file`: where it is, whole. */
  fileName: ShortText.nullable(),
  opened: z.boolean(),
  file: z.string().max(4000).nullable(),
  /** The one paper that it all came to, which may be sent to a printer; null of files apart. */
  document: z.object({ id: Id, title: LongText }).nullable(),
})
export type PapersPrinted = z.infer<typeof PapersPrinted>
