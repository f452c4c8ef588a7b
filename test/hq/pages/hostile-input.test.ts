import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MeAnswer, PageError } from '../../../contract/candidate-pages.ts'
import { ENGINES } from '../../helpers/hq-database.ts'
import { startHqWith } from '../start-hq.ts'
import { aBrowser, aForm, anAccount, anAttempt, aStaffMember, mustBe, PASSWORD } from './a-browser.ts'

const RUNS = Number(process.env.PUPITRE_FUZZ_RUNS ?? 400)

/** Text that somebody, or something, could send. */
const text = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\0',
      'a\0b',
      '\ud800',
      'é\udfff',
      '\u202e\u0000',
      'ﷺ'.repeat(50),
      '👩‍👩‍👧‍👦'.repeat(30),
      'Zalgơ̴̡̧'.repeat(20),
    ],
    ...[
      "'; drop table account; --",
      '%00',
      '%',
      '_',
      '{{7*7}}',
      '<script>alert(1)</script>',
      '../../etc/passwd',
      '__proto__',
    ],
    ...[
      '0000-00-00',
      '0000-01-01',
      '9999-12-31',
      '2026-02-30',
      '-000001-01-01',
      '2026-11-23T08:41:00.000Z',
      'Infinity',
    ],
    ...['x'.repeat(201), 'x'.repeat(2001), 'x'.repeat(60_000), 'İ', 'ß', 'K', 'a@b', `${'a'.repeat(190)}@example.org`],
    ...['\r\nBcc: a@example.org', '01001', '2A004', '99999', 'CA40001', 'rennes', '2027-01', '2027-01:ASCA-E1'],
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)
const anything = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.constantFrom(null, true, false, 0, -0, -1, 1e308, 2 ** 53, [], {}, [[]], [null], { kind: 'own' }, { length: 1e9 }),
  fc.array(text, { maxLength: 60 }),
  fc.jsonValue({ maxDepth: 6 }),
)

type Path = (string | number)[]

/** Every place of a body, containers included. */
function placesOf(value: unknown, at: Path = []): Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [at, ...inner.flatMap(([key, child]) => placesOf(child, [...at, Array.isArray(value) ? Number(key) : key]))]
}

function changed(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to
  if (Array.isArray(value)) return value.map((child, index) => (index === key ? changed(child, rest, to) : child))
  return { ...(value as object), [key]: changed((value as Record<string, unknown>)[key], rest, to) }
}

test.each(ENGINES)(
  'whatever is sent in any field of any route: a code, never a bug (%s)',
  async (database) => {
    const { hq, world } = await startHqWith({ candidates: ['Ny'] }, { database })
    const form = aForm(world)
    const browser = await anAccount(hq, form)
    const staff = await aStaffMember(hq, { email: 'fuzz-staff@example.org', name: 'Camille Moreau' })
    const abroad = { kind: 'abroad', country: 'Belgique', town: 'Liège' }
    const fresh = { ...form, attempt: anAttempt(), contact: { ...form.contact, email: 'fuzz@example.org' } }
    const { sessionId, centreId, choices, softwareAccepted } = form
    const more = { attempt: anAttempt(), sessionId, centreId, choices, softwareAccepted }
    const sought = { sessionId, examIds: ['2027-01:ASCA-E1'], department: '35', email: 'a@example.org', message: 'x' }
    const { requests, contact, identity } = MeAnswer.parse(await mustBe(200, browser.get('/api/me')))
    const [own] = requests
    const { situation, funding } = form
    const modified = {
      ...{ requestId: own?.id, version: 1, attempt: anAttempt(), contact: { ...contact, phone: '06 39 98 99 99' } },
      ...{ situation: { ...situation, previousExams: 'x' }, funding, softwareAccepted: true },
      software: [{ entryId: own?.entries[0]?.id, offeringId: world.offeringId }],
    }
    const bodies: [string, unknown][] = [
      ['/api/register', fresh],
      ['/api/register', { ...fresh, identity: { ...form.identity, birthPlace: abroad }, funding: { kind: 'own' } }],
      ['/api/confirm', { token: 'x'.repeat(43), password: PASSWORD }],
      ['/api/sign-in', { login: 'nobody@example.org', password: 'Wrong-2026 !' }],
      ['/api/recover', { what: 'password', email: form.contact.email }],
      ['/api/reset-password', { token: 'x'.repeat(43), password: PASSWORD }],
      ['/api/no-centre', sought],
      ['/api/me/requests', more],
      ['/api/me/password', { current: 'Wrong-2026 !', password: PASSWORD }],
      ['/api/me/email', { password: PASSWORD, email: 'other@example.org' }],
      ['/api/change-address', { token: 'x'.repeat(43) }],
      ['/api/stop-address-change', { token: 'x'.repeat(43) }],
      ['/api/me/withdraw', { entryId: 'nobody' }],
      ['/api/me/data-check', { requestId: own?.id, identity }],
      ['/api/me/modify', modified],
      ['/api/me/accept-offering', { entryId: 'nobody', offeringId: world.offeringId }],
      ['/api/siege/sign-in', { email: 'nobody@example.org', password: 'Wrong-2026 !' }],
      ['/api/siege/reset', { token: 'x'.repeat(43), password: PASSWORD }],
      ['/api/siege/duplicates/settle', { caseId: 'nobody', settleAs: 'apart' }],
      ['/api/siege/codes/issue', { centreId }],
      ['/api/siege/codes/withdraw', { centreId }],
      ['/api/siege/devices/revoke', { deviceId: 'nobody' }],
      ['/api/siege/mails/resend', { mailId: 'nobody' }],
      ['/api/siege/mails/give-up', { mailId: 'nobody' }],
      ['/api/siege/messages/handle', { messageId: 'nobody' }],
      ['/api/sign-out', {}],
      ['/api/sign-out-nowhere', {}],
    ]
    const posts = bodies.flatMap(([path, body]) => placesOf(body).map((place) => ({ path, body, place })))
    const gets = [
      ['/api/centres', { session: '2027-01', exams: '2027-01:ASCA-E1', department: '35' }],
      ['/api/communes', { q: 'rennes' }],
    ].flatMap(([path, query]) => Object.keys(query ?? {}).map((key) => ({ path: path as string, query, key })))

    async function holds({ status, body }: { status: number; body: unknown }) {
      expect(status === 200 || (status >= 400 && status < 500), `${status}`).toBe(true)
      if (status !== 200) expect(PageError.safeParse(body).success, JSON.stringify(body)).toBe(true)
      // Taken out, so that a failure is narrowed down to what causes it.
      expect(hq.bugs.splice(0)).toEqual([])
    }
    const seed = Number(process.env.PUPITRE_FUZZ_SEED ?? randomInt(2 ** 31 - 1))
    process.stdout.write(`PUPITRE_FUZZ_SEED=${seed} (${database}, ${posts.length} places)\n`)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), anything, async ({ path, body, place }, value) => {
        // Whoever signs out is somebody else: the rest is asked for by somebody signed in.
        const who = path === '/api/sign-out' ? aBrowser(hq) : path.startsWith('/api/siege/') ? staff : browser
        await holds(await who.post(path, changed(body, place, value)))
      }),
      { seed, numRuns: RUNS },
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...gets), text, async ({ path, query, key }, value) => {
        // Half a surrogate pair has no place in an address; bytes that are no text do.
        const asked = new URLSearchParams({ ...(query as object), [key]: value.slice(0, 4000) })
        await holds(await browser.get(`${path}?${asked}`))
        await holds(await browser.get(`${path}?${key}=%ff%00&${key}=${key}`))
      }),
      { seed, numRuns: Math.ceil(RUNS / 4) },
    )
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (noise) => {
        const cookie = `pupitre_session=${encodeURIComponent(noise.toWellFormed())}`
        await holds(await browser.post('/api/me/withdraw', { entryId: 'x' }, { cookie }))
        await holds(await browser.post('/api/confirm', noise))
      }),
      { seed, numRuns: Math.ceil(RUNS / 8) },
    )
    // All of that changed nothing of anybody else's.
    const status = await hq.db.selectFrom('entry').select('status').where('id', '=', world.entry('Ny')).execute()
    expect(status).toEqual([{ status: 'requested' }])
  },
  300_000,
)
