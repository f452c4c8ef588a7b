import { fullName } from '../../domain/candidate.ts'
import { formatDateTime, formatMoney } from '../../text/format.ts'
import { ENTRY_STATUS_WORDS } from '../../text/fr.ts'
import { nextThing } from '../../text/pages/next-thing.ts'
import { ORGANISATION } from '../../text/papers/organisation.ts'
import { REGISTRATION } from '../../text/papers/registration.ts'
import type { Made } from './document-draft.ts'
import { type Html, html } from './html.ts'
import { paperHtml } from './paper.ts'
import { centreSignature } from './parts/centre-signature.ts'
import { identity } from './parts/identity.ts'
import { candidateHead } from './parts/letter-head.ts'
import { inLines } from './parts/lines.ts'
import { ownWords } from './parts/own-words.ts'
import { table } from './parts/table.ts'
import { dueOfExam, type RegistrationContent } from './registration-content.ts'

type Exam = RegistrationContent['exams'][number]

/** What a candidate asked for, where each exam stands, what is owed and until when. */
export function registrationPaper(content: RegistrationContent, made: Made): string {
  const { sessionLabel, timeZone, receivedAt, exams, payer, agreement, paymentTerms } = content
  const version = ORGANISATION.version(made.version, formatDateTime(made.at, timeZone))
  const name = fullName(content)
  const owes = exams.some((exam) => dueOfExam(exam) > 0) && !payer?.onAccount
  return paperHtml({
    title: REGISTRATION.title(name, sessionLabel),
    foot: REGISTRATION.foot(sessionLabel, made.version, made.freshness),
    logo: made.logo,
    body: html`${candidateHead(content, made, [version])}
<h1>${REGISTRATION.heading}</h1>${identity({ ...content, nuc: null })}
<p>${REGISTRATION.received(formatDateTime(receivedAt, timeZone))}${payer ? html` ${REGISTRATION.payer(payer.name)}` : null}${agreement ? html` ${REGISTRATION.agreement(agreement)}` : null}</p>
${examTable(exams)}
<h2>${REGISTRATION.now}</h2><ul>${exams.map((exam) => html`<li>${REGISTRATION.next(exam.code, sentences(exam, content, made.at))}</li>`)}</ul>${ownWords(content.words)}
<div class="two closing"><section>${owes && paymentTerms.trim() !== '' ? html`<h2>${REGISTRATION.terms}</h2><p>${inLines(paymentTerms.split(/\r?\n/))}</p>` : null}
<p class="note">${REGISTRATION.notSummons}</p></section><div class="sign-here">${centreSignature(content, made.at)}</div></div>`,
  })
}

function examTable(exams: readonly Exam[]): Html {
  const [first] = exams
  const due = exams.reduce((sum, exam) => sum + dueOfExam(exam), 0)
  return table({
    columns: [
      { head: REGISTRATION.exam, kind: 'head' },
      { head: REGISTRATION.state, kind: 'whole' },
      { head: REGISTRATION.fee, kind: 'number' },
      { head: REGISTRATION.paid, kind: 'number' },
      { head: REGISTRATION.due, kind: 'number' },
    ],
    rows: exams.map((exam) => [
      html`${exam.code} — ${exam.label}${exam.softwareNames.length > 0 ? html`<small>${REGISTRATION.software(exam.softwareNames.join(', '))}</small>` : null}`,
      ENTRY_STATUS_WORDS[exam.status],
      formatMoney(exam.feeAmount, exam.currency),
      formatMoney(exam.paidAmount, exam.currency),
      formatMoney(dueOfExam(exam), exam.currency),
    ]),
    ...(first && exams.length > 1 ? { totals: [[REGISTRATION.total, formatMoney(due, first.currency)] as const] } : {}),
  })
}

function sentences(exam: Exam, { payer, centreTown: town, timeZone }: RegistrationContent, at: string): string[] {
  if (exam.status === 'prevalidated' && dueOfExam(exam) > 0 && payer?.onAccount)
    return [REGISTRATION.onAccount(payer.name)]
  return nextThing(exam, at, { town, timeZone })
}
