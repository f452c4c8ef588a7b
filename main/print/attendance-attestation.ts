import type { AttendanceAttestation } from '../../domain/attendance-attestation.ts'
import { fullName } from '../../domain/candidate.ts'
import { toLocalDate } from '../../domain/time.ts'
import { formatDateLong, formatDateTime, formatDayLong, formatHour } from '../../text/format.ts'
import { ATTENDANCE_ATTESTATION as WORDS } from '../../text/papers/attendance-attestation.ts'
import { ORGANISATION } from '../../text/papers/organisation.ts'
import { civility } from '../../text/people.ts'
import type { Made } from './document-draft.ts'
import { type Html, html } from './html.ts'
import { paperHtml } from './paper.ts'
import { centreSignature } from './parts/centre-signature.ts'
import { identity } from './parts/identity.ts'
import { candidateHead } from './parts/letter-head.ts'
import { ownWords } from './parts/own-words.ts'
import { lettersPages, pageNumbers } from './parts/pages.ts'
import { signatures } from './parts/signatures.ts'
import { table } from './parts/table.ts'

/** One to print. `replaces`: the version whose place it takes. */
export type PrintedAttestation = { content: AttendanceAttestation; version: number; replaces?: number | null }

/**
 * One or many attestations of attendance as one file, a page each: who came, to which exam, when and where. Never a result.
 * @param attestations at least one; of one centre and one session @param made when they are printed, and from how fresh data
 */
export function attendanceAttestations(
  attestations: readonly PrintedAttestation[],
  made: Omit<Made, 'version'>,
): string {
  const [first] = attestations
  const areMany = attestations.length > 1
  const exam = first?.content.sitting.examCode ?? ''
  return paperHtml({
    title:
      first && !areMany ? WORDS.title(fullName(first.content), exam) : WORDS.titleOfMany(attestations.length, exam),
    foot: WORDS.foot(first?.content.sessionLabel ?? '', made.freshness),
    // Alone, it is counted by the browser.
    style: areMany ? pageNumbers(1) : '',
    logo: made.logo,
    body: html`${attestations.flatMap((one) => lettersPages([attestation(one, made)]))}`,
  })
}

function attestation({ content, version, replaces }: PrintedAttestation, made: Omit<Made, 'version'>): Html {
  const { centreName, centreTown, sex, timeZone, sitting } = content
  const { examCode, examLabel, heldOn, startsAtLocal, endsAtLocal, room } = sitting
  const day = formatDateLong(toLocalDate(made.at, timeZone))
  const corner = [
    ORGANISATION.version(version, formatDateTime(made.at, timeZone)),
    ...(replaces ? [html`<b>${ORGANISATION.replaces(replaces)}</b>`] : []),
  ]
  return html`${candidateHead(content, made, corner)}
<h1>${WORDS.heading}</h1>
<p class="said">${WORDS.attests(centreName, `${civility(sex)} ${fullName(content)}`, sex)}</p>${identity({ ...content, nuc: null })}
${table({
  look: 'sittings',
  columns: [
    { head: WORDS.exam, kind: 'head' },
    { head: WORDS.day, mm: 37 },
    { head: WORDS.hours, mm: 38 },
    { head: WORDS.room, mm: 36 },
  ],
  rows: [
    [
      `${examCode} — ${examLabel}`,
      html`<b>${formatDayLong(heldOn)}</b>`,
      `${formatHour(startsAtLocal)} – ${formatHour(endsAtLocal)}`,
      room,
    ],
  ],
})}
<p class="note">${WORDS.place(addressOf(content))}</p>
${ownWords(content.words)}
<section class="closing"><p class="said">${WORDS.why}</p><p class="note">${WORDS.attendanceOnly}</p>
${signatures(null, centreSignature(content, made.at, WORDS.signature(centreTown, day)))}</section>`
}

function addressOf({ centreAddress, centreName, centreTown }: AttendanceAttestation): string {
  return [centreName, ...(centreAddress.length > 0 ? centreAddress : [centreTown])].join(', ')
}
