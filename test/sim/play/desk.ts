import type { DeskModel } from '../oracle/desk-model.ts'
import type { OfficePc } from './office-pc.ts'
import type { SnapshotPage } from './snapshot-pages.ts'

/** A PC with what the oracle knows of it. */
export type Desk = {
  pc: OfficePc
  label: string
  centreId: string
  model: DeskModel
  /** Pages of a first reading that have come in since the PC last kept some, in their order. */
  pages: SnapshotPage[]
  snapshotDone: string | undefined
  place: string
  /** Of what was looked at last. */
  signature: string
  complete: boolean
  /** Clicks that may perhaps still be undone. */
  clicks: { clickId: string; told: string }[]
  /** What HQ calls it. */
  deviceId: string | undefined
  /** Copies of its disk, each with what the oracle knew of it. */
  copies: DeskCopy[]
  /** Its rows were spoilt, or are being fetched anew: nothing can be said of them until both sides agree again. */
  uncertain: boolean
  /** Its disk was copied or put back: it may have to become another device. */
  copied: boolean
  /** The request worked on last. */
  focus: string | null
}

export type DeskCopy = { folder: string; model: DeskModel; deviceId: string | undefined; told: string }
