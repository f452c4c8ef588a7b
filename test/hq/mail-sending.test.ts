import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addSeconds } from '../../domain/time.ts'
import { inTransaction } from '../../hq/db/transaction.ts'
import { claimMail } from '../../hq/mail/claim-mail.ts'
import { queueMail } from '../../hq/mail/queue-mail.ts'
import { aDevice } from '../helpers/a-device.ts'
import { aClock } from '../helpers/an-hq.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { anEntry, MONDAY } from '../helpers/rows.ts'
import { pay, prevalidate } from './acts.ts'
import { mailsOf, NO_NET, queueOf, SITE, startMailbox, startSending } from './mail-world.ts'
import { startHqWith } from './start-hq.ts'

const MINUTE = 60

const onOneLine = (text = '') => text.replace(/\s*\n\s*/g, ' ')

describe.each(ENGINES)('mails leave, on %s', (database) => {
  async function office() {
    const clock = aClock()
    const { hq, world } = await startHqWith({ seats: 5 }, { database, clock })
    return { hq, world, clock, pc: await aDevice(hq, 'rennes') }
  }
  type Office = Awaited<ReturnType<typeof office>>

  const statusesOf = async ({ hq }: Pick<Office, 'hq'>) => (await mailsOf(hq)).map(({ status }) => status)

  /** A mail without a cause that could change. */
  function order({ hq }: Pick<Office, 'hq'>, recipient = 'hinano@example.org') {
    return inTransaction(hq.db, (tx) =>
      queueMail(tx, { clock: hq.clock, random: randomBytes }, { ...passwordChanged, recipient }),
    )
  }
  const passwordChanged = { name: 'password-changed', data: { name: 'NY Hinano', recoverLink: '/oubli' } } as const

  test('at once, by the commit that queued it, whole and once', async () => {
    const { hq, world, pc } = await office()
    const box = await startMailbox()
    startSending(hq, box, NO_NET)
    await pc.send(prevalidate(pc, world, 'Ny'))
    await expect.poll(() => statusesOf({ hq })).toEqual(['sent'])
    const [kept] = await mailsOf(hq)
    expect(kept).toMatchObject({ attempts: 1, sentAt: MONDAY, claimedUntil: null, trouble: null })
    expect(box.arrived).toHaveLength(1)
    const [{ to, raw, mail }] = box.arrived as [(typeof box.arrived)[0]]
    expect(to).toEqual(['hinano@example.org'])
    expect(mail.from).toMatchObject({ name: 'Pupitre', address: 'inscriptions@example.org' })
    expect(mail.to).toMatchObject([{ address: 'hinano@example.org' }])
    expect(mail.messageId).toBe(kept?.messageId)
    expect(mail.subject).toBe('Une place vous est réservée\u00a0: à régler jusqu’au jeudi 26\u00a0novembre 2026')
    expect(mail.date).toBe(MONDAY)
    const headers = new Map(mail.headers.map(({ key, value }) => [key, value]))
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(headers.get('content-language')).toBe('fr')
    expect(headers.get('content-type')).toMatch(/^multipart\/alternative/)
    expect(raw.match(/^Message-ID:/gim)).toHaveLength(1)
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain(`${SITE}/espace`)
      expect(part).toMatch(/CA\d+/)
      expect(onOneLine(part)).toContain('jeudi 26\u00a0novembre 2026 inclus, jusqu’à 24\u00a0h (heure de Rennes)')
    }
    expect(hq.bugs).toEqual([])
  })

  test('later when the server asks for it, each time later, and no sooner', async () => {
    const { hq, clock } = await office()
    const words = '4.2.2 <hinano@example.org>: mailbox of Hinano full'
    const box = await startMailbox([
      { at: 'rcpt', code: 451, words },
      { at: 'data', code: 452 },
    ])
    startSending(hq, box)
    await order({ hq })
    await expect.poll(async () => (await mailsOf(hq))[0]).toMatchObject({ status: 'waiting', attempts: 1 })
    const [once] = await mailsOf(hq)
    expect(once?.trouble).toMatch(/^EENVELOPE RCPT TO 451 /)
    expect(once?.trouble).not.toMatch(/hinano/i)
    expect(once?.dueAt.localeCompare(addSeconds(MONDAY, 45))).toBeGreaterThanOrEqual(0)
    expect(once?.dueAt.localeCompare(addSeconds(MONDAY, 75))).toBeLessThanOrEqual(0)
    clock.advance(44)
    await order({ hq }, 'roy@example.org')
    await expect.poll(() => box.received).toHaveLength(1)
    // The net has come by for the second, and left the first alone.
    expect((await mailsOf(hq)).map(({ attempts }) => attempts)).toEqual([1, 1])
    clock.advance(40)
    await expect.poll(async () => (await mailsOf(hq)).map(({ attempts }) => attempts)).toEqual([2, 1])
    clock.advance(10 * MINUTE)
    await expect.poll(() => statusesOf({ hq })).toEqual(['sent', 'sent'])
    expect(hq.bugs).toEqual([])
  })

  test('never, to an address that the server refuses for good; the others leave', async () => {
    const { hq, clock } = await office()
    const box = await startMailbox([{ at: 'rcpt', code: 550, words: '5.1.1 hinano unknown here' }])
    const stop = startSending(hq, box, NO_NET)
    await order({ hq })
    await expect.poll(() => statusesOf({ hq })).toEqual(['failed'])
    const [failed] = await mailsOf(hq)
    expect(failed?.trouble).toMatch(/^EENVELOPE RCPT TO 550 5\.1\.1 … unknown here$/)
    clock.advance(24 * 60 * MINUTE)
    await order({ hq }, 'roy@example.org')
    await expect.poll(() => statusesOf({ hq })).toEqual(['failed', 'sent'])
    await stop()
    expect(box.arrived.map(({ to }) => to)).toEqual([['roy@example.org']])
  })

  test('a sender or a password that the server does not want is nobody’s mail’s fault: they wait for it', async () => {
    const { hq, clock } = await office()
    const box = await startMailbox([{ at: 'mail', code: 553 }])
    startSending(hq, box)
    await order({ hq })
    await expect.poll(async () => (await mailsOf(hq))[0]).toMatchObject({ status: 'waiting', attempts: 1 })
    clock.advance(2 * MINUTE)
    await expect.poll(() => statusesOf({ hq })).toEqual(['sent'])
  })

  test('not in clear to a server elsewhere, unless whoever runs HQ says so', async () => {
    const { hq, clock } = await office()
    const box = await startMailbox()
    // Another name of this machine, which no rule about this machine knows.
    const elsewhere = box.url.replace('127.0.0.1', '0.0.0.0')
    const stop = startSending(hq, { url: `${elsewhere}?ignoreTLS=false` })
    await order({ hq })
    await expect.poll(async () => (await mailsOf(hq))[0]).toMatchObject({ status: 'waiting', attempts: 1 })
    expect((await mailsOf(hq))[0]?.trouble).toMatch(/TLS/)
    await stop()
    clock.advance(2 * MINUTE)
    startSending(hq, { url: `${elsewhere}?ignoreTLS=true` })
    await expect.poll(() => statusesOf({ hq })).toEqual(['sent'])
    expect(box.received).toHaveLength(1)
  })

  test('again, under the same Message-ID, when the server is cut off before it answers', async () => {
    const { hq, clock } = await office()
    const box = await startMailbox(['cut-after-data'])
    startSending(hq, box)
    await order({ hq })
    await expect.poll(async () => (await mailsOf(hq))[0]).toMatchObject({ status: 'waiting', attempts: 1 })
    clock.advance(2 * MINUTE)
    await expect.poll(() => statusesOf({ hq })).toEqual(['sent'])
    const [kept] = await mailsOf(hq)
    expect(box.received).toEqual([kept?.messageId, kept?.messageId])
    expect(box.arrived).toHaveLength(1)
  })

  test('once somebody runs a server again: until then they wait, for five days', async () => {
    const { hq, clock } = await office()
    const gone = { url: 'smtp://127.0.0.1:1' }
    const stop = startSending(hq, gone)
    await order({ hq })
    await expect.poll(async () => (await mailsOf(hq))[0]).toMatchObject({ status: 'waiting', attempts: 1 })
    await stop()
    clock.advance(4 * 24 * 60 * MINUTE)
    const box = await startMailbox()
    startSending(hq, box)
    await expect.poll(() => statusesOf({ hq })).toEqual(['sent'])
  })

  test('no more after five days', async () => {
    const { hq, clock } = await office()
    await order({ hq })
    clock.advance(5 * 24 * 60 * MINUTE)
    startSending(hq, { url: 'smtp://127.0.0.1:1' })
    await expect.poll(() => statusesOf({ hq })).toEqual(['failed'])
  })

  test('of a process that died with it: not before its claim has run out, then by another, under the same Message-ID', async () => {
    const { hq, clock } = await office()
    await order({ hq })
    const claimNext = () =>
      claimMail({ db: hq.db, clock, random: randomBytes, reportBug: (error) => hq.bugs.push(error) })
    const claimed = await claimNext()
    expect(await claimNext()).toBeNull()
    clock.advance(5 * MINUTE - 1)
    expect(await claimNext()).toBeNull()
    clock.advance(1)
    const box = await startMailbox()
    startSending(hq, box, NO_NET)
    await expect
      .poll(() => box.arrived.map(({ mail }) => mail.messageId))
      .toEqual([(claimed as { messageId: string }).messageId])
    await expect.poll(() => statusesOf({ hq })).toEqual(['sent'])
  })

  test('not at all when what it tells is no longer so', async () => {
    const { hq, world, pc } = await office()
    await pc.send(prevalidate(pc, world, 'Ny'), prevalidate(pc, world, 'Roy'))
    await hq.withdraw(world.entry('Ny'))
    const box = await startMailbox()
    startSending(hq, box, NO_NET)
    await expect
      .poll(async () => (await queueOf(hq)).sort())
      .toEqual(['prevalidated dropped', 'prevalidated sent', 'withdrawn sent'])
    expect(box.arrived.map(({ mail }) => mail.subject?.slice(0, 10)).sort()).toEqual(['Retrait en', 'Une place '])
  })

  test('not when the change that is its cause is undone', async () => {
    const { hq } = await office()
    const box = await startMailbox()
    startSending(hq, box, NO_NET)
    const undone = inTransaction(hq.db, async (tx) => {
      await queueMail(tx, { clock: hq.clock, random: randomBytes }, { ...passwordChanged, recipient: 'ny@example.org' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await order({ hq }, 'roy@example.org')
    await expect.poll(() => statusesOf({ hq })).toEqual(['sent'])
    expect(box.arrived.map(({ to }) => to)).toEqual([['roy@example.org']])
  })

  test('not when its link no longer works; one that has left keeps no link', async () => {
    const { hq, clock } = await office()
    const link = (validBefore: string) =>
      inTransaction(hq.db, (tx) =>
        queueMail(
          tx,
          { clock, random: randomBytes },
          {
            name: 'new-password',
            data: { name: 'NY Hinano', link: '/mot-de-passe?jeton=secret', validBefore },
            recipient: 'hinano@example.org',
          },
        ),
      )
    await link(addSeconds(MONDAY, 10))
    clock.advance(1)
    await link(addSeconds(MONDAY, 3600))
    clock.advance(10)
    const box = await startMailbox()
    startSending(hq, box, NO_NET)
    await expect.poll(() => statusesOf({ hq })).toEqual(['dropped', 'sent'])
    expect(box.arrived[0]?.mail.text).toContain(`${SITE}/mot-de-passe?jeton=secret`)
    for (const { data } of await mailsOf(hq)) expect(JSON.stringify(data)).not.toContain('secret')
  })

  test('with the deadline that runs from the mail, when it leaves on a later day: entries and PCs get it too', async () => {
    const { hq, world, pc, clock } = await office()
    await pc.send(prevalidate(pc, world, 'Ny'))
    const { cursor } = await pc.changes()
    clock.advance(24 * 60 * MINUTE)
    const box = await startMailbox()
    startSending(hq, box, NO_NET)
    await expect.poll(() => statusesOf({ hq })).toEqual(['sent'])
    const text = onOneLine(box.arrived[0]?.mail.text)
    expect(text).toContain('vendredi 27\u00a0novembre 2026 inclus, jusqu’à 24\u00a0h')
    expect(text).toContain('mar.\u00a024 09\u00a0h\u00a041 pré-validation')
    expect((await pc.changes(cursor)).changes).toMatchObject([
      { rows: [{ id: world.entry('Ny'), value: { deadlineOn: '2026-11-27', prevalidatedAt: MONDAY } }] },
    ])
  })

  test('about what is left of its cause: one of two exams given up, or given more time than the other', async () => {
    const { hq, world, pc, clock } = await office()
    const other = { candidateId: world.candidate('Ny'), requestId: world.request('Ny'), offeringId: world.offeringId }
    const entries = ['second', 'third'].map((id) => ({ entity: 'entry' as const, value: anEntry({ ...other, id }) }))
    await hq.publish({ centreId: 'rennes', writes: entries })
    const ids = { requestId: world.request('Ny'), entryIds: [world.entry('Ny'), 'second', 'third'] }
    await pc.send(pc.command('entry.prevalidate', ids))
    await hq.withdraw('second')
    const longer = { requestId: ids.requestId, entryIds: ['third'], deadlineOn: '2026-12-04', reason: 'Demandé' }
    await pc.send(pc.command('entry.extend', longer))
    clock.advance(24 * 60 * MINUTE)
    const box = await startMailbox()
    startSending(hq, box, NO_NET)
    await expect.poll(() => statusesOf({ hq })).toEqual(['sent', 'sent', 'sent'])
    const mail = box.arrived.find(({ mail }) => mail.subject?.startsWith('Une place'))?.mail
    expect(mail?.text).toContain('Montant\u00a0: 100,00\u00a0€')
    expect(mail?.subject).toMatch(/vendredi 27\u00a0novembre/)
    // Nobody's deadline was made shorter.
    const deadlines = await hq.db
      .selectFrom('entry')
      .select(['id', 'deadlineOn'])
      .where('status', '=', 'prevalidated')
      .orderBy('id', 'desc')
      .execute()
    expect(deadlines).toEqual([
      { id: 'third', deadlineOn: '2026-12-04' },
      { id: world.entry('Ny'), deadlineOn: '2026-11-27' },
    ])
  })

  test('with the deadline that the centre has given since', async () => {
    const { hq, world, pc } = await office()
    await pc.send(prevalidate(pc, world, 'Ny'))
    const ids = { requestId: world.request('Ny'), entryIds: [world.entry('Ny')] }
    await pc.send(pc.command('entry.extend', { ...ids, deadlineOn: '2026-12-04', reason: 'Demandé' }))
    const box = await startMailbox()
    startSending(hq, box, NO_NET)
    await expect.poll(() => statusesOf({ hq })).toEqual(['sent', 'sent'])
    for (const { mail } of box.arrived)
      expect(onOneLine(mail.text)).toContain('vendredi 4\u00a0décembre 2026 inclus, jusqu’à 24\u00a0h')
  })

  test('of one that cannot be prepared only that one waits, and is tried again; it is given up after five days', async () => {
    const { hq, world, pc, clock } = await office()
    await pc.send(prevalidate(pc, world, 'Ny'))
    await hq.db.deleteFrom('centreSettings').execute()
    clock.advance(1)
    await order({ hq })
    const box = await startMailbox()
    const stop = startSending(hq, box)
    await expect.poll(() => statusesOf({ hq })).toEqual(['waiting', 'sent'])
    const [late] = await mailsOf(hq)
    expect(late).toMatchObject({ attempts: 1, claimedUntil: null, trouble: 'PREPARATION' })
    expect(late?.dueAt.localeCompare(addSeconds(clock.now(), 45))).toBeGreaterThanOrEqual(0)
    expect(hq.bugs.splice(0)).toHaveLength(1)
    clock.advance(5 * 24 * 60 * MINUTE)
    await expect.poll(() => statusesOf({ hq })).toEqual(['failed', 'sent'])
    expect(hq.bugs.splice(0)).toHaveLength(1)
    await stop()
    // Mended in time, it leaves.
    await hq.publish({ centreId: 'rennes', writes: world.rows.filter(({ entity }) => entity === 'centreSettings') })
    await hq.db
      .updateTable('mail')
      .set({ status: 'waiting', queuedAt: clock.now() })
      .where('name', '=', 'prevalidated')
      .execute()
    startSending(hq, box, NO_NET)
    await expect.poll(() => statusesOf({ hq })).toEqual(['sent', 'sent'])
    expect(hq.bugs).toEqual([])
  })

  test('a pre-validation with what is left to pay as it leaves', async () => {
    const { hq, world, pc } = await office()
    await pc.send(prevalidate(pc, world, 'Ny'), pay(pc, world, 'Ny', { amount: 2000 }))
    const box = await startMailbox()
    startSending(hq, box, NO_NET)
    await expect.poll(() => statusesOf({ hq })).toEqual(['sent'])
    expect(box.arrived[0]?.mail.text).toContain('Montant\u00a0: 30,00\u00a0€')
  })

  test('a stop waits for the mail under way, and begins no other', async () => {
    const { hq, clock } = await office()
    const box = await startMailbox()
    const letGo = box.hold()
    const stop = startSending(hq, box)
    await order({ hq })
    await expect.poll(() => box.underWay()).toBe(1)
    const stopped = stop()
    clock.advance(1)
    await order({ hq }, 'roy@example.org')
    letGo()
    await stopped
    expect(await statusesOf({ hq })).toEqual(['sent', 'waiting'])
    expect(box.arrived).toHaveLength(1)
  })

  test('one that no template knows is put aside, and reported', async () => {
    const { hq } = await office()
    await order({ hq })
    await hq.db.updateTable('mail').set({ name: 'of-old' }).execute()
    startSending(hq, await startMailbox(), NO_NET)
    await expect.poll(() => statusesOf({ hq })).toEqual(['failed'])
    expect(hq.bugs.splice(0)).toHaveLength(1)
  })
})
