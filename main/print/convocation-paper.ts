import { fullName } from '../../domain/candidate.ts'
import type { ConvenedSitting, ConvocationContent } from '../../domain/shapes/convocation.ts'
import { formatDateTime, formatDayLong, formatHour } from '../../text/format.ts'
import { CONVOCATION } from '../../text/papers/convocation.ts'
import { ORGANISATION } from '../../text/papers/organisation.ts'
import { bornOnWords } from '../../text/people.ts'
import {
  closingHeight,
  firstHeadHeight,
  nextHeadHeight,
  PAGE_MM,
  sittingHeight,
  wordsHeight,
} from './convocation-heights.ts'
import type { Made } from './document-draft.ts'
import { type Html, html } from './html.ts'
import { paperHtml } from './paper.ts'
import { centreSignature } from './parts/centre-signature.ts'
import { identity } from './parts/identity.ts'
import { candidateHead } from './parts/letter-head.ts'
import { sheetHead } from './parts/letterhead.ts'
import { ownWords } from './parts/own-words.ts'
import { lettersPages, pageNumbers, shareOut } from './parts/pages.ts'
import { table } from './parts/table.ts'

/** A convocation to print. `replaces`: the version that whoever holds it must throw away. */
export type PrintedConvocation = { content: ConvocationContent; version: number; replaces?: number | null }

/**
 * One or many convocations as one file, each on pages of its own that say « page 1 / 1 ».
 * @param convocations at least one; of one centre and one session @param made when they are printed, and from how fresh data
 */
export function convocationPaper(convocations: readonly PrintedConvocation[], made: Omit<Made, 'version'>): string {
  const letters = convocations.map((convocation) => letterPages(convocation, made))
  const [first] = convocations
  const session = first?.content.sessionLabel ?? ''
  return paperHtml({
    title:
      first && convocations.length === 1
        ? CONVOCATION.title(fullName(first.content), session)
        : CONVOCATION.titleOfMany(convocations.length, session),
    foot: CONVOCATION.foot(session, made.freshness),
    style: pageNumbers(Math.max(...letters.map((pages) => pages.length))),
    logo: made.logo,
    body: html`${letters.flatMap(lettersPages)}`,
  })
}

type LetterMade = Pick<Made, 'at' | 'logo'>

function letterPages({ content, version, replaces = null }: PrintedConvocation, made: LetterMade): Html[] {
  const { sittings } = content
  const words = content.words ?? [CONVOCATION.greeting(sittings.length)]
  const counts = shareOut({
    rows: [...words.map(wordsHeight), ...sittings.map(sittingHeight)],
    first: PAGE_MM - firstHeadHeight(content),
    next: PAGE_MM - nextHeadHeight(content),
    closing: closingHeight(content, addressOf(content), made.at),
  })
  let from = 0
  return counts.map((count, index) => {
    const said = words.slice(from, from + count)
    const rows = sittings.slice(Math.max(0, from - words.length), Math.max(0, from + count - words.length))
    from += count
    const head = index === 0 ? firstHead(content, version, replaces, made) : nextHead(content, version, made.at)
    const isLast = index === counts.length - 1
    return html`${head}${ownWords(said, 'close')}${rows.length > 0 ? sittingTable(rows) : null}${isLast ? closing(content, made.at) : null}`
  })
}

function firstHead(content: ConvocationContent, version: number, replaces: number | null, made: LetterMade): Html {
  const head = candidateHead(content, made, [
    ORGANISATION.version(version, formatDateTime(made.at, content.timeZone)),
    ...(replaces === null ? [] : [html`<b>${ORGANISATION.replaces(replaces)}</b>`]),
  ])
  return html`${head}<h1>${CONVOCATION.heading}</h1>${identity({ ...content, nuc: null })}`
}

/** A page may be read alone: whose it is, and of which version. */
function nextHead(content: ConvocationContent, version: number, at: string): Html {
  const which = ORGANISATION.version(version, formatDateTime(at, content.timeZone))
  const whose = CONVOCATION.headingNext(fullName(content), bornOnWords(content))
  return html`${sheetHead(html`<b>${content.centreName}</b>`, which)}<h2>${whose}</h2>`
}

function sittingTable(sittings: readonly ConvenedSitting[]): Html {
  return table({
    look: 'sittings',
    columns: [
      { head: CONVOCATION.exam, kind: 'head' },
      { head: CONVOCATION.day, mm: 37 },
      { head: CONVOCATION.hours, mm: 33 },
      { head: CONVOCATION.room, mm: 36 },
    ],
    rows: sittings.map(({ examCode, examLabel, software, heldOn, startsAtLocal, endsAtLocal, room }) => [
      html`${examCode} — ${examLabel}${software === '' ? null : html`<small>${CONVOCATION.software(software)}</small>`}`,
      html`<b>${formatDayLong(heldOn)}</b>`,
      html`<b>${formatHour(startsAtLocal)}</b> – ${formatHour(endsAtLocal)}`,
      html`<b>${room}</b>`,
    ]),
  })
}

function closing(content: ConvocationContent, at: string): Html {
  const { centrePhone, centreEmail } = content
  const ways = [centrePhone, centreEmail].flatMap((way) => way || []).join(', ')
  return html`<section class="closing"><p class="note">${CONVOCATION.place(addressOf(content))}</p><div class="two">
<section><h2>${CONVOCATION.bring}</h2><ul><li>${CONVOCATION.convocation}</li><li>${CONVOCATION.identity}</li><li>${CONVOCATION.lost}</li></ul></section>
<section><h2>${CONVOCATION.late}</h2><p>${CONVOCATION.lateRule}</p></section>
<section><h2>${CONVOCATION.contact}</h2><p>${ways === '' ? CONVOCATION.contactNone : CONVOCATION.contactBy(ways)}</p></section>
<div class="sign-here">${centreSignature(content, at)}</div></div></section>`
}

function addressOf({ centreAddress, centreName, centreTown }: ConvocationContent): string {
  return [centreName, ...(centreAddress.length > 0 ? centreAddress : [centreTown])].join(', ')
}
