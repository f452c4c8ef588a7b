import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { RegisterBody } from '../../../contract/candidate-pages.ts'
import { addStaff } from '../../../hq/staff/staff-accounts.ts'
import type { RunningHq } from '../../helpers/an-hq.ts'

export type Answer = { status: number; body: unknown; headers: Headers }

/** A browser at HQ's own pages: it keeps cookies, says where it comes from, and nothing else. */
export function aBrowser(hq: Pick<RunningHq, 'url'>) {
  let cookie: string | null = null
  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const answer = await fetch(`${hq.url}${path}`, {
      method,
      headers: {
        ...(method === 'GET' ? {} : { origin: hq.url, 'content-type': 'application/json' }),
        ...(cookie === null ? {} : { cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      cookie = pair.endsWith('=') ? null : pair
    }
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown), headers: answer.headers }
  }
  return {
    get: (path: string) => send('GET', path),
    post: (path: string, body: unknown = {}, headers: Record<string, string> = {}) => send('POST', path, body, headers),
    cookie: () => cookie,
    setCookie: (value: string | null) => {
      cookie = value
    },
  }
}
export type Browser = ReturnType<typeof aBrowser>

export const PASSWORD = 'Été-2026 !'

let attempts = 0
/** A page's draw: another each time. */
export function anAttempt(): string {
  attempts += 1
  return `00000000-0000-4000-8000-${String(attempts).padStart(12, '0')}`
}

/** What Anaïs fills in for the only exam of a small world. */
export function aForm(
  world: { centreId: string; offeringId: string },
  changes: Partial<RegisterBody> = {},
): RegisterBody {
  return {
    attempt: anAttempt(),
    sessionId: '2027-01',
    centreId: world.centreId,
    choices: [{ examId: '2027-01:ASCA-E1', offeringId: world.offeringId }],
    softwareAccepted: true,
    identity: {
      birthName: 'Le Goff',
      firstNames: 'Anaïs Marie',
      usageName: null,
      sex: 'F',
      bornOn: '1999-02-28',
      birthPlace: { kind: 'france', communeCode: '35238', town: 'Rennes' },
      nationality: 'française',
    },
    contact: {
      email: 'Anais.LeGoff@example.org',
      phone: '06 39 98 12 34',
      addressLines: ['3 allée du Modèle'],
      postcode: '35000',
      town: 'Rennes',
    },
    situation: { category: 'employee', previousExams: null },
    funding: { kind: 'employer', name: 'Exemple SARL', contact: 'paie@exemple.example' },
    informed: true,
    password: PASSWORD,
    nir: null,
    ...changes,
  }
}

/** The same form by somebody else: another name, another address. */
export function formOf(world: { centreId: string; offeringId: string }, name: string): RegisterBody {
  const form = aForm(world)
  return {
    ...form,
    identity: { ...form.identity, birthName: name },
    contact: { ...form.contact, email: `${name}@example.org` },
  }
}

type MailRow = { name: string; data: Record<string, unknown>; recipient: string }

/** The mails that HQ has to send, in the order in which they were queued: the clock stands still. */
export async function mailsOf({ db }: Pick<RunningHq, 'db'>): Promise<MailRow[]> {
  // Of one instant, as they lie in the table: nearly always as they were written, until PostgreSQL uses a place again.
  const rows = await db
    .selectFrom('mail')
    .select(['name', 'data', 'recipient'])
    .orderBy('queuedAt')
    .orderBy(sql`ctid`)
    .execute()
  return rows as MailRow[]
}

/** The secret in the last link that was mailed under this name. */
export async function lastLink(
  hq: Pick<RunningHq, 'db'>,
  name: 'confirm-address' | 'new-password' | 'address-asked' | 'address-changing' | 'address-coming',
): Promise<string> {
  const link = (await mailsOf(hq)).findLast((mail) => mail.name === name)?.data.link
  const { searchParams } = new URL(String(link), 'http://hq')
  return searchParams.get('jeton') ?? searchParams.get('annuler') ?? ''
}

/** Follows the link of the last form, whose password it was. @returns what HQ answered */
export async function confirmLast(hq: RunningHq, password = PASSWORD): Promise<unknown> {
  const token = await lastLink(hq, 'confirm-address')
  return mustBe(200, aBrowser(hq).post('/api/confirm', { token, password }))
}

/** Registers, follows the link of the mail, and signs in. */
export async function anAccount(hq: RunningHq, form: RegisterBody): Promise<Browser> {
  const browser = aBrowser(hq)
  await mustBe(200, browser.post('/api/register', form))
  await confirmLast(hq, form.password)
  await mustBe(200, browser.post('/api/sign-in', { login: form.contact.email, password: form.password }))
  return browser
}

export async function mustBe(status: number, answered: Promise<Answer>): Promise<unknown> {
  const answer = await answered
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** One of HQ's own staff, let in as by the command line, who chose a password and signed in. */
export async function aStaffMember(
  hq: Pick<RunningHq, 'url' | 'db' | 'clock'>,
  { email, name }: { email: string; name: string },
): Promise<Browser> {
  const browser = aBrowser(hq)
  const added = await addStaff({ db: hq.db, clock: hq.clock, random: randomBytes }, email, name)
  if (added === 'known') throw new Error(`${email} is known`)
  await mustBe(200, browser.post('/api/siege/reset', { token: added.secret, password: PASSWORD }))
  await mustBe(200, browser.post('/api/siege/sign-in', { email, password: PASSWORD }))
  return browser
}
