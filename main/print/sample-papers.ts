import type { PaperPreview } from '../../contract/desk-wordings.ts'
import { listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import type { Centre, CentreSettings } from '../../domain/catalogue.ts'
import type { Currency } from '../../domain/money.ts'
import type { WordingKind } from '../../domain/placeholders.ts'
import { addDays, addMinutes, atLocal, type Clock, toLocalDate } from '../../domain/time.ts'
import { WORDING_FIELDS } from '../../domain/wording.ts'
import { layOut } from '../../text/mails/letter.ts'
import { refused } from '../../text/mails/refused.ts'
import { reminder } from '../../text/mails/reminder.ts'
import { SAMPLE_PERSON, SAMPLE_WORDS } from '../../text/papers/sample-person.ts'
import { refusalWords, reminderWords } from '../../text/papers/wording-values.ts'
import { ownCentre } from '../own-centre.ts'
import { attendanceAttestations } from './attendance-attestation.ts'
import { attendanceWords } from './attendance-content.ts'
import { attestationWords } from './attestation-content.ts'
import { convocationWords } from './convocation-content.ts'
import { convocationPaper } from './convocation-paper.ts'
import { type Made, makingNow } from './document-draft.ts'
import { readSender } from './letter-content.ts'
import { paymentAttestations } from './payment-attestation.ts'
import { postLetter } from './post-letter.ts'
import { confirmationWords } from './registration-content.ts'
import { registrationPaper } from './registration-paper.ts'

/** What the fees of the sample are, in minor units. */
const FEES: Readonly<Record<Currency, number>> = { EUR: 8000, XPF: 9500 }

type Sample = Awaited<ReturnType<typeof readSample>>
type Letter = Sample['letter']

/**
 * A paper of this kind as the centre would print it to somebody invented, with its real exams where it has any: the page itself, ready to be
 * shown or printed. Nothing of it is kept.
 * @param typed what is being typed, in place of what is saved
 */
export async function samplePaper(
  desk: { db: Db; clock: Clock },
  { kind, text, signatory }: PaperPreview,
): Promise<string> {
  const saved = await readSample(desk.db, desk.clock)
  const settings = { ...saved.settings, ...(text === undefined ? {} : { [WORDING_FIELDS[kind]]: text }) }
  const { signatory: _, ...letter } = saved.letter
  const signs = signatory === undefined ? settings.signatory : signatory
  const sample = { ...saved, settings, letter: { ...letter, ...(signs ? { signatory: signs } : {}) } }
  const made = { ...(await makingNow(desk, sample.letter.timeZone)), version: 1 }
  return PAPERS[kind](sample, made)
}

async function readSample(db: Db, clock: Clock) {
  const { centre, settings } = await ownCentre(db)
  const today = toLocalDate(clock.now(), centre.timeZone)
  const sessions = (await listRows(db, 'examSession')).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const session = sessions.find(({ endsOn }) => endsOn >= today) ?? sessions.at(-1)
  const own = (await listRows(db, 'exam')).filter(({ sessionId }) => sessionId === session?.id)
  own.sort((a, b) => (a.code < b.code ? -1 : 1))
  const exams = (own.length > 1 ? own : SAMPLE_WORDS.exams).slice(0, 2)
  const letter = {
    ...(await readSender(db)),
    sessionLabel: session?.label ?? SAMPLE_WORDS.session,
    ...SAMPLE_PERSON,
    addressLines: [...SAMPLE_PERSON.addressLines],
  }
  return { centre, settings, exams, letter, today, now: clock.now(), fee: FEES[centre.currency] }
}

const PAPERS: Readonly<Record<WordingKind, (sample: Sample, made: Made) => string>> = {
  convocation({ letter, exams, settings, today }, made) {
    const sittings = exams.map(({ code, label, minutes }, index) => ({
      ...{ examCode: code, examLabel: label, software: '', room: SAMPLE_WORDS.room },
      ...{ heldOn: addDays(today, 30 + index), startsAtLocal: '09:00', endsAtLocal: addMinutes('09:00', minutes) },
    }))
    const content = { ...letter, sittings }
    return convocationPaper([{ content: { ...content, words: convocationWords(settings, content) }, version: 1 }], made)
  },
  confirmation({ letter, exams, settings, today, now, centre, fee }, made) {
    const deadlineOn = addDays(today, 3)
    const deadline = { deadlineOn, deadlineAt: atLocal(deadlineOn, '23:59', centre.timeZone) }
    const content = {
      ...letter,
      ...{ receivedAt: now, payer: null, paymentTerms: settings.paymentTerms },
      exams: exams.map(({ code, label }) => ({
        ...{ code, label, softwareNames: [], status: 'prevalidated' as const, refusal: null },
        ...{ ...deadline, feeAmount: fee, currency: centre.currency, paidAmount: 0 },
      })),
    }
    return registrationPaper({ ...content, words: confirmationWords(settings, content) }, made)
  },
  'reminder-letter'(sample, made) {
    const { letter, settings, today, centre } = sample
    const on = addDays(today, 3)
    const asked = examsOfMail(sample)
    const total = asked.reduce((sum, { feeAmount }) => sum + feeAmount, 0)
    const written = reminder({
      ...greeted(letter, centre, settings),
      ...{ exams: asked, total, currency: centre.currency, paymentTerms: settings.paymentTerms, payer: null },
      deadline: { on, at: atLocal(on, '23:59', centre.timeZone) },
      ...{ timing: 'ahead', byCentre: true, byPost: true, spaceLink: '/' },
    })
    const codes = asked.map(({ code }) => code)
    const words = reminderWords(settings, letter, { codes, on, total, currency: centre.currency })
    return posted('reminder-letter', letter, { written, words }, made)
  },
  'refusal-letter'(sample, made) {
    const { letter, settings, centre } = sample
    const asked = examsOfMail(sample)
    const written = refused({
      ...greeted(letter, centre, settings),
      ...{ exams: asked, reason: 'full', text: null, stillAlive: [], askAgainLink: '/', spaceLink: '/' },
    })
    const words = refusalWords(
      settings,
      letter,
      asked.map(({ code }) => code),
    )
    return posted('refusal-letter', letter, { written, words }, made)
  },
  'payment-attestation'({ letter, exams, settings, today, now, centre, fee }, made) {
    const content = {
      ...letter,
      ...{ payerName: SAMPLE_WORDS.payer, receiptNumber: SAMPLE_WORDS.receipt, receiptIssuedAt: now },
      ...{ receivedOn: today, currency: centre.currency },
      lines: exams.map(({ code, label }) => ({ examCode: code, examLabel: label, amount: fee })),
    }
    return paymentAttestations([{ ...content, words: attestationWords(settings, content) }], made)
  },
  'attendance-attestation'({ letter, exams, settings, today }, made) {
    const [exam] = exams
    const content = {
      ...letter,
      ...{ entryId: 'sample', sittingId: 'sample' },
      sitting: {
        ...{ examCode: exam?.code ?? '', examLabel: exam?.label ?? '', software: '', room: SAMPLE_WORDS.room },
        ...{ heldOn: addDays(today, -1), startsAtLocal: '09:00', endsAtLocal: addMinutes('09:00', exam?.minutes ?? 0) },
      },
    }
    return attendanceAttestations(
      [{ content: { ...content, words: attendanceWords(settings, content) }, version: 1 }],
      made,
    )
  },
}

function examsOfMail({ exams, centre, fee }: Sample) {
  return exams.map(({ code, label }) => ({
    ...{ code, label, softwareNames: [], feeAmount: fee, currency: centre.currency },
  }))
}

function greeted(letter: Letter, centre: Centre, { addressLines }: CentreSettings) {
  const { name, town, timeZone, phone, email } = centre
  return {
    person: { name: `${letter.firstNames} ${letter.birthName}`, nuc: letter.nuc },
    centre: { name, town, timeZone, addressLines, phone, email },
    sessionLabel: letter.sessionLabel,
  }
}

type Posted = { written: Parameters<typeof layOut>[0]; words: string[] | undefined }

function posted(kind: 'reminder-letter' | 'refusal-letter', letter: Letter, said: Posted, made: Made): string {
  const { subject, blocks } = layOut(said.written, 'https://siege.invalid', null)
  return postLetter({ ...letter, kind, letters: [{ subject, blocks }], words: said.words }, made)
}
