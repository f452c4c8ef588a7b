import type { ColumnType, Generated } from 'kysely'
import type { EntityName, EntityValue } from '../../domain/entities.ts'
import type { BirthPlace, Funding, Registration, Situation } from '../../domain/registration.ts'

/** Arrays and objects are `jsonb`: read as values, written as their text, because `pg` would make PostgreSQL arrays of arrays. */
type Column<T> = [NonNullable<T>] extends [string | number | boolean] ? T : ColumnType<T, string | null, string | null>
type Columns<E extends EntityName> = { [K in keyof EntityValue<E>]: Column<EntityValue<E>[K]> }

/** Rows that belong to no single centre. A candidate is HQ's: a centre sees the candidates of its requests. */
export type SharedEntity = 'examSession' | 'exam' | 'software' | 'centre' | 'candidate'
export type CentreEntity = Exclude<EntityName, SharedEntity>

type SharedTables = { [E in SharedEntity]: Columns<E> & { revision: number } }
type CentreTables = { [E in CentreEntity]: Columns<E> & { centreId: string; revision: number } }

/** What a candidate filled in, without the password. */
export type SubmittedForm = Omit<Registration, 'password'>

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
      at: string
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
      receivedAt: string
      status: 'waiting' | 'sent' | 'blocked' | 'known'
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
      birthPlace: ColumnType<BirthPlace, string, string>
      nationality: string
      situation: ColumnType<Situation, string, string>
      funding: ColumnType<Funding, string, string>
      informedAt: string
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
    noCentreRequest: {
      id: string
      sessionId: string
      examIds: ColumnType<string[], string, never>
      department: string
      email: string | null
      message: string
      receivedAt: string
    }
    entryEnd: { centreId: string; entryId: string; status: string; endedAt: string }
    migration: { number: number; name: string }
  }
