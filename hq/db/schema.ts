import type { ColumnType, Generated } from 'kysely'
import type { EntityName, EntityValue } from '../../domain/entities.ts'
import type { BirthPlace, Funding, Registration, Situation } from '../../domain/registration.ts'
import type { RequestContent } from '../candidates/request-content.ts'

/** Arrays and objects are `jsonb`: read as values, written as their text, because `pg` would make PostgreSQL arrays of arrays. */
type Column<T> = [NonNullable<T>] extends [string | number | boolean] ? T : ColumnType<T, string | null, string | null>
type Columns<E extends EntityName> = { [K in keyof EntityValue<E>]: Column<EntityValue<E>[K]> }

/** Rows that belong to no single centre. A candidate is HQ's: a centre sees the candidates of its requests. */
export type SharedEntity = 'examSession' | 'exam' | 'software' | 'centre' | 'candidate'
export type CentreEntity = Exclude<EntityName, SharedEntity>

type SharedTables = { [E in SharedEntity]: Columns<E> & { revision: number } }
type CentreTables = { [E in CentreEntity]: Columns<E> & { centreId: string; revision: number } }

/** What a candidate filled in, without the password and the NIR. */
export type SubmittedForm = Omit<Registration, 'password' | 'nir'>

/** Null where a centre corrected the town to one whose commune is not known for sure. */
export type KeptBirthPlace = BirthPlace | { kind: 'france'; communeCode: null; town: string }

export type HqSchema = SharedTables &
  CentreTables & {
    /** `digest`: what the rows that readers of the stream hold add up to; `floor`: the last position that is no longer told. */
    feed: { stream: string; head: number; digest: Generated<string>; floor: Generated<number> }
    /** What readers of a stream hold. `hash` and sums of it are read as text: 64 bits are more than a number holds. */
    feedRow: { stream: string; entity: string; id: string; revision: number; hash: never; bucket: number }
    change: {
      stream: string
      position: number
      commandId: string | null
      rowCount: number
      rows: ColumnType<unknown[], string, never>
      /** Of `rows` as they are told; counted by the database. */
      byteCount: ColumnType<number, never, never>
      at: string
    }
    /** What a centre had noted of candidates who have left its sight. */
    workAside: {
      centreId: string
      entity: string
      id: string
      candidateId: string
      value: ColumnType<unknown, string, never>
    }
    commandLog: {
      id: string
      centreId: string
      deviceId: string
      sequence: number
      receivedAt: string
      command: ColumnType<unknown, string, never>
    }
    /** What HQ alone knows of a device; its public face is the row `device` of its centre. */
    hqDevice: {
      id: string
      centreId: string
      publicKey: string
      agePublicKey: string
      appVersion: string
      enrolledAt: string
      revokedAt: string | null
      lastSequence: number
      /** The mark agreed at the last contact, and the one before it (`docs/decisions/0014-contact-chain.md`). */
      contact: Generated<string>
      contactBefore: Generated<string>
      /** The device whose place this one takes; and the first that took this one's. */
      replaces: Generated<string | null>
      replacedBy: Generated<string | null>
      replacedAt: Generated<string | null>
      /** The highest number of a rescue file that came from it, and of one made for it. */
      lastDeparture: Generated<number>
      lastReturn: Generated<number>
      /** When it last asked for a token; not known of devices that have not since HQ keeps it. */
      contactAt: Generated<string | null>
    }
    unreadCommand: { deviceId: string; id: string; code: string; seenAt: string }
    enrolmentCode: {
      hash: string
      centreId: string
      expiresAt: string
      usedAt: string | null
      deviceId: string | null
    }
    hqKey: { name: string; value: string }
    /** At most one row: which invented data this database was filled with. */
    sample: { size: string; loadedAt: string }
    /** What is to be sent, and what was. `data` is what the mail's template is given (`text/mails/mail-data.ts`). */
    mail: {
      id: string
      name: string
      data: ColumnType<unknown, string, string>
      recipient: string
      centreId: string | null
      candidateId: string | null
      entryIds: ColumnType<string[], string, never>
      /** The account that it is erased with, when its address was not confirmed. */
      accountId: Generated<string | null>
      status: Generated<'waiting' | 'sending' | 'sent' | 'dropped' | 'failed'>
      attempts: Generated<number>
      queuedAt: string
      dueAt: string
      claimedUntil: Generated<string | null>
      messageId: string
      sentAt: Generated<string | null>
      trouble: Generated<string | null>
    }
    /** What a centre corrected of a candidate's identity, and on what proof; `id` is the command's. */
    candidateCorrection: {
      id: string
      candidateId: string
      centreId: string
      correctedAt: string
      correctedBy: string
      changes: ColumnType<unknown, string, never>
      proof: string
      proofText: string | null
    }
    /** Every change of a candidate's address, and what became of it; of a centre's, `id` is the command's. */
    addressChange: {
      id: string
      candidateId: string
      madeBy: 'candidate' | 'centre' | 'staff'
      centreId: string | null
      /** Who asked at the centre or at HQ. */
      person: string | null
      proof: string | null
      proofText: string | null
      fromEmail: string
      toEmail: string
      askedAt: string
      /** Until when the link at the new address works; of staff's, when it was done. */
      validUntil: string
      linkHash: string | null
      stopHash: string | null
      /** Of a centre's: when its mail to the old address left or was given up, and when the link at the new one was followed. */
      toldAt: Generated<string | null>
      provedAt: Generated<string | null>
      /** `replaced`: by a later one; `taken`: another account had the address; `unproven`: nobody followed its link. */
      status: 'waiting' | 'done' | 'stopped' | 'replaced' | 'taken' | 'unproven'
      settledAt: string | null
    }
    /** Who signs in. Without password and `candidateId` until its address is confirmed. */
    account: {
      id: string
      email: string
      emailKey: string
      passwordHash: string | null
      confirmedAt: string | null
      candidateId: string | null
      createdAt: string
    }
    /** `form`: a `Registration` without its password, `passwordHash` that password's, while they wait for the address to be confirmed. */
    submission: {
      id: string
      accountId: string
      form: ColumnType<SubmittedForm | null, string | null, string | null>
      passwordHash: string | null
      /** The NIR given with the form (`hq/nir-key.ts`). */
      nirSealed: Generated<string | null>
      receivedAt: string
      /** `modified`: the next version of a request that was sent before. */
      status: 'waiting' | 'sent' | 'modified' | 'blocked' | 'known'
      blockedFor: 'live-elsewhere' | 'already-asked' | null
      requestId: string | null
    }
    accountLink: {
      hash: string
      accountId: string
      purpose: 'confirm' | 'new-password'
      submissionId: string | null
      expiresAt: string
      usedAt: string | null
    }
    accountSession: { hash: string; accountId: string; expiresAt: string }
    candidateFile: {
      candidateId: string
      birthPlace: ColumnType<KeptBirthPlace, string, string>
      nationality: string
      situation: ColumnType<Situation, string, string>
      funding: ColumnType<Funding, string, string>
      informedAt: string
      nirSealed: Generated<string | null>
      /** Equal for equal NIR. */
      nirMark: Generated<string | null>
    }
    duplicateCase: {
      id: string
      candidateId: string
      otherId: string
      noticedAt: string
      blockedAt: string | null
      settledAt: string | null
      settledAs: 'same' | 'apart' | null
      settledBy: string | null
    }
    /** What the request asked for that was stopped: all three, or none of one that was stopped before they were kept. */
    duplicateBlock: {
      caseId: string
      candidateId: string
      blockedAt: string
      sessionId: Generated<string | null>
      centreId: Generated<string | null>
      examCodes: ColumnType<string[] | null, string | undefined, string | null>
    }
    noCentreRequest: {
      id: string
      sessionId: string
      examIds: ColumnType<string[], string, never>
      department: string
      email: string | null
      message: string
      receivedAt: string
      handledAt: Generated<string | null>
      handledBy: Generated<string | null>
    }
    /** What the paper of each version of a request says (`hq/candidates/request-versions.ts`). */
    requestVersion: {
      requestId: string
      version: number
      centreId: string
      candidateId: string
      madeAt: string
      content: ColumnType<RequestContent, string, never>
    }
    /** HQ's own staff. Without password until its link was used; one that is closed is kept for what its owner did. */
    staffAccount: {
      id: string
      email: string
      emailKey: string
      name: string
      passwordHash: string | null
      createdAt: string
      closedAt: string | null
    }
    staffSession: { hash: string; staffId: string; expiresAt: string }
    staffLink: { hash: string; staffId: string; expiresAt: string; usedAt: string | null }
    /** Who did what, when, on which id; by the command line without `staffId`. */
    staffAct: { id: string; staffId: string | null; at: string; act: string; about: string }
    entryEnd: { centreId: string; entryId: string; status: string; endedAt: string }
    passwordTry: { key: string; failures: number; lastAt: string }
    migration: { number: number; name: string }
  }
