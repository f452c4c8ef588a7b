import type { MyRequest } from '../../contract/candidate-pages.ts'
import { fullName } from '../../domain/candidate.ts'
import type { Instant } from '../../domain/time.ts'
import { formatDate, formatMoney } from '../../text/format.ts'
import { CATEGORY_WORDS, STEP_IDENTITY } from '../../text/pages/register.ts'
import { CONFIRMATION, sayMade, sayMadeBriefly } from '../../text/papers/confirmation.ts'
import type { RequestContent } from '../candidates/request-content.ts'
import { type Element, facts, heading, paragraph, row, SMALL, table } from './blocks.ts'
import { frame } from './frame.ts'
import { MARGINS, MM, openSheet, type Sheet, WIDTH } from './open-sheet.ts'
import { requestState } from './request-state.ts'

export type Confirmation = {
  version: number
  /** Null when what the version said was not kept: the paper then says what the request says now. */
  madeAt: Instant | null
  content: RequestContent
  /** Where the request stands at `now`. */
  state: MyRequest
  now: Instant
}

/** The confirmation of one version of a request, as a PDF: what was frozen, then apart from it how far the request is now. */
export async function confirmationPaper({ version, madeAt, content, state, now }: Confirmation): Promise<Uint8Array> {
  const { centre, candidate } = content
  const moment = sayMade(madeAt ?? now, centre)
  const sheet = openSheet({
    title: `${CONFIRMATION.title}, ${content.sessionLabel}, ${fullName(candidate)}`,
    madeAt: now,
  })
  const { root } = sheet
  writeHead(sheet, root, content)
  heading(sheet, root, 1, CONFIRMATION.title)
  const said = madeAt ? CONFIRMATION.version(version, moment) : CONFIRMATION.versionNow(version, moment)
  paragraph(sheet, root, said, { size: 11, leading: 15, color: '#333333' })
  paragraph(sheet, root, standing(version, state, now), { size: 11, leading: 15, weight: 'bold' })
  sheet.skip(2 * MM)
  paragraph(sheet, root, CONFIRMATION.notSummons, SMALL)
  writeExams(sheet, root, content)
  writePerson(sheet, root, content)
  sheet.skip(3 * MM)
  paragraph(sheet, root, madeAt ? CONFIRMATION.frozen(moment) : CONFIRMATION.frozenNow, SMALL)
  sheet.skip(5 * MM)
  frame(sheet, root, requestState(state, now))
  if (sheet.hasUnknown()) {
    sheet.skip(4 * MM)
    paragraph(sheet, root, CONFIRMATION.unknown, SMALL)
  }
  const foot = CONFIRMATION.foot(version, sayMadeBriefly(madeAt ?? now), [
    fullName(candidate),
    ...(candidate.nuc ? [CONFIRMATION.withNuc(candidate.nuc)] : []),
    content.sessionLabel,
  ])
  return sheet.finish((page, pages) => ({ left: foot, right: CONFIRMATION.page(page, pages) }))
}

/** Whether this is what the request says today, or which version took its place, and when. */
function standing(version: number, { centre, version: newest, modifiedAt }: MyRequest, now: Instant): string {
  if (version === newest) return CONFIRMATION.inForce(sayMade(now, centre))
  return CONFIRMATION.replaced(newest, modifiedAt && sayMade(modifiedAt, centre))
}

/** The centre on the left and what the paper is about on the right, as on the desk's papers. */
function writeHead(sheet: Sheet, root: Element, { centre, candidate, sessionLabel }: RequestContent): void {
  const { phone, email } = centre
  const left = { x: MARGINS.side, width: WIDTH * 0.6 }
  const right = { x: MARGINS.side + WIDTH * 0.65, width: WIDTH * 0.35, align: 'right' as const }
  const small = { size: 9, leading: 12.5 }
  const reference = [sessionLabel, ...(candidate.nuc ? [CONFIRMATION.withNuc(candidate.nuc)] : [])].join(' · ')
  row(sheet, root, [
    { tag: 'P', text: centre.name, style: { size: 12, leading: 15, weight: 'bold' }, place: left },
    { tag: 'P', text: reference, style: { ...small, leading: 15 }, place: right },
  ])
  const lines = [
    CONFIRMATION.accredited,
    ...centre.addressLines,
    ...(phone ? [CONFIRMATION.phone(phone)] : []),
    ...(email ? [CONFIRMATION.email(email)] : []),
  ]
  paragraph(sheet, root, lines.join('\n'), small, left)
  sheet.skip(9 * MM)
}

function writeExams(sheet: Sheet, root: Element, { exams }: RequestContent): void {
  heading(sheet, root, 2, CONFIRMATION.exams)
  const [first] = exams
  if (!first) {
    paragraph(sheet, root, CONFIRMATION.noExam)
    return
  }
  const sum = exams.reduce((amount, { feeAmount }) => amount + feeAmount, 0)
  table(sheet, root, [{ width: WIDTH * 0.58 }, { width: WIDTH * 0.25 }, { width: WIDTH * 0.17, align: 'right' }], {
    heads: [CONFIRMATION.exam, CONFIRMATION.software, CONFIRMATION.fee],
    rows: exams.map(({ code, label, softwareNames, feeAmount, currency }) => [
      `${code} — ${label}`,
      softwareNames.length > 0 ? softwareNames.join(', ') : CONFIRMATION.noSoftware,
      formatMoney(feeAmount, currency),
    ]),
    ...(exams.length > 1 ? { total: [CONFIRMATION.total, '', formatMoney(sum, first.currency)] } : {}),
  })
}

function writePerson(sheet: Sheet, root: Element, { candidate, situation, funding, note }: RequestContent): void {
  heading(sheet, root, 2, CONFIRMATION.identity)
  const { birthName, usageName, firstNames, sex, bornOn, birthPlace, birthCountry, nuc } = candidate
  const { email, phone, addressLines, postcode, town } = candidate
  facts(sheet, root, [
    [CONFIRMATION.birthName, birthName],
    ...(usageName ? [[CONFIRMATION.usageName, usageName] as const] : []),
    [CONFIRMATION.firstNames, firstNames],
    [CONFIRMATION.sex, STEP_IDENTITY.sexes[sex]],
    [CONFIRMATION.born, CONFIRMATION.bornAt(formatDate(bornOn), birthPlace, birthCountry)],
    [CONFIRMATION.nuc, nuc ?? CONFIRMATION.noNuc],
    [CONFIRMATION.contact, [email, phone].join(' · ')],
    [CONFIRMATION.address, [...addressLines, `${postcode} ${town}`].join(', ')],
    ...(situation ? situationLines(situation) : []),
    ...(funding ? [[CONFIRMATION.payer, payerWords(funding)] as const] : []),
    ...(note ? [[CONFIRMATION.note, note] as const] : []),
  ])
}

function situationLines({ category, previousExams }: NonNullable<RequestContent['situation']>) {
  return [
    [CONFIRMATION.situation, CATEGORY_WORDS[category]],
    [CONFIRMATION.previous, previousExams?.trim() || CONFIRMATION.previousNone],
  ] as const
}

function payerWords(funding: NonNullable<RequestContent['funding']>): string {
  const payer = CONFIRMATION.payers[funding.kind]
  return funding.kind === 'own' ? payer : CONFIRMATION.funder(payer, funding.name, funding.contact)
}
