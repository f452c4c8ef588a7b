import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'
import { killedDesk } from '../kills/killed-desk.ts'
import { killAll } from '../kills/own-process.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  await killAll()
  for (const one of running.splice(0).reverse()) await one.stop()
})

test.each([
  ['before the paper is asked for', false],
  ['while the paper is being printed', true],
])(
  'killed between a number and its PDF, %s: same number, and the paper made then is the original',
  async (_case, asked) => {
    const clock = aClock()
    const hq = await anHq({ clock, worlds: [smallWorld({ seats: 5, candidates: ['Ny', 'Roy'] })] })
    const desk = await aDesk({ hq, clock, role: 'manager' })
    running.push(hq, desk)
    await desk.prevalidate('Ny')
    await desk.prevalidate('Roy')
    const { candidate, sessionId, entries } = await desk.request('Ny')
    const allocations = entries.map(({ id, feeAmount }) => ({ entryId: id, amount: feeAmount }))
    const payment = {
      ...{ sessionId, payer: { kind: 'candidate', id: candidate.id }, method: 'card', amount: 5000, currency: 'EUR' },
      ...{ receivedOn: '2026-11-23', reference: null, allocations },
    } as const
    const documents = path.join(desk.folder, 'documents')
    let receiptId = ''
    await desk.whileClosed(async () => {
      const clockFile = path.join(desk.folder, 'clock')
      writeFileSync(clockFile, clock.now())
      const pc = killedDesk('ACCUEIL', desk.folder, clockFile)
      await pc.start([], { PUPITRE_HOLD_PRINT: '1' })
      const { results } = await pc.call('command.run', {
        drafts: [
          { name: 'payment.record', args: payment },
          { name: 'receipt.issue', args: { paymentId: null }, after: [0] },
        ],
      })
      receiptId = (results[1]?.ok && results[1].createdId) || ''
      if (asked) {
        pc.call('document.open', { kind: 'receipt', receiptId }).catch(() => undefined)
        // Answered after it: the paper is on its way.
        await pc.call('document.list', { sessionId })
      }
      await pc.kill()
      expect(existsSync(path.join(documents, 'Recu-2026-A-000001.pdf'))).toBe(false)
      // What a cut in the middle of writing leaves.
      mkdirSync(documents, { recursive: true })
      writeFileSync(path.join(documents, 'Recu-2026-A-000001.pdf.part'), '%PDF-1.4')
    })
    const receipts = await desk.db.selectFrom('receipt').select(['id', 'number']).execute()
    expect(receipts).toEqual([{ id: receiptId, number: '2026-A-000001' }])
    expect(await desk.call('document.list', { sessionId })).toEqual([])
    await expect.poll(() => readdirSync(documents)).toEqual([])

    const first = await desk.call('document.open', { kind: 'receipt', receiptId })
    expect(first).toMatchObject({
      ok: true,
      value: { duplicate: false, version: 1, fileName: 'Recu-2026-A-000001.pdf' },
    })
    const page = readFileSync(path.join(documents, 'Recu-2026-A-000001.pdf'), 'utf8')
    expect(page).toContain('2026-A-000001')
    expect(page).toContain('Ny')
    expect(page).not.toContain('DUPLICATA')
    // Handed over now: looking at it again shows it, any other copy is a DUPLICATA, and the next number follows.
    expect(await desk.call('document.open', { kind: 'receipt', receiptId })).toMatchObject({
      value: { id: first.ok && first.value.id },
    })
    expect(await desk.call('document.open', { kind: 'receipt', receiptId, copy: true })).toMatchObject({
      value: { duplicate: true },
    })
    await desk.pay('Roy')
    expect((await desk.db.selectFrom('receipt').select('number').orderBy('number').execute()).at(-1)?.number).toBe(
      '2026-A-000002',
    )
  },
)
