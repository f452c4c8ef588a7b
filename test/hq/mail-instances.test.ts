import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { inTransaction } from '../../hq/db/transaction.ts'
import { queueMail } from '../../hq/mail/queue-mail.ts'
import { NO_NET, startMailbox, startSending } from './mail-world.ts'
import { twoInstances } from './two-instances.ts'

const MAILS = 60

test('two instances on one PostgreSQL share the queue: each mail leaves once, and both have work', async () => {
  const [one, two] = await twoInstances([], NO_NET)
  await inTransaction(one.db, async (tx) => {
    for (let i = 0; i < MAILS; i++)
      await queueMail(
        tx,
        { clock: one.clock, random: randomBytes },
        {
          name: 'password-changed',
          data: { name: `Candidat ${i}`, recoverLink: '/oubli' },
          recipient: `candidat-${i}@example.org`,
        },
      )
  })
  // A mailbox each, so that it is seen who sent what.
  const boxes = [await startMailbox(), await startMailbox()] as const
  const held = boxes.map((box) => box.hold())
  startSending(one, boxes[0], NO_NET)
  startSending(two, boxes[1], NO_NET)
  for (const box of boxes) await expect.poll(() => box.underWay()).toBe(4)
  for (const letGo of held) letGo()
  const sent = () => boxes.flatMap(({ received }) => received)
  await expect.poll(() => sent().length, { timeout: 20_000 }).toBeGreaterThanOrEqual(MAILS)
  await expect.poll(() => one.db.selectFrom('mail').select('id').where('status', '<>', 'sent').execute()).toEqual([])
  const kept = await one.db.selectFrom('mail').select(['messageId', 'attempts']).execute()
  expect(sent().sort()).toEqual(kept.map(({ messageId }) => messageId).sort())
  expect(new Set(kept.map(({ attempts }) => attempts))).toEqual(new Set([1]))
  expect([...one.bugs, ...two.bugs]).toEqual([])
})
