import { expect, test } from 'vitest'
import type { MeAnswer } from '../../contract/candidate-pages.ts'
import { aDevice } from '../helpers/a-device.ts'
import { aClock } from '../helpers/an-hq.ts'
import { anOffering, rennes } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import { mailsOf, startMailbox, startSending } from './mail-world.ts'
import { aForm, anAccount, mustBe } from './pages/a-browser.ts'
import { startHq } from './start-hq.ts'

type Centre = Partial<typeof rennes> & { id: string }

/** A centre of nobody, elsewhere, with one offering. */
function elsewhere({ id, ...changes }: Centre, softwareIds = ['ciel'], open = true) {
  const world = smallWorld({ centreId: id, candidates: [] })
  const centre = { ...rennes, id, ...changes }
  return {
    ...world,
    common: world.common.map((write) =>
      write.entity === 'centre' ? { entity: 'centre' as const, value: centre } : write,
    ),
    rows: world.rows.map((write) =>
      write.entity === 'offering'
        ? { entity: 'offering' as const, value: anOffering({ id: world.offeringId, softwareIds, open }) }
        : write,
    ),
  }
}

const REACHED = { phone: '02 99 00 00 01', email: 'accueil@lumiere.example' }

test('who is refused for want of seats reads with which other software there are some, as the mail leaves', async () => {
  const clock = aClock()
  const world = smallWorld({ candidates: [] })
  const hq = await startHq({ clock, worlds: [world] })
  const other = anOffering({ id: 'ebp-here', softwareIds: ['ebp'], seats: 1 })
  await hq.publish({ centreId: null, writes: [{ entity: 'software', value: { id: 'ebp', name: 'EBP' } }] })
  await hq.publish({ centreId: world.centreId, writes: [{ entity: 'offering', value: other }] })
  const browser = await anAccount(hq, aForm(world))
  const [request] = ((await mustBe(200, browser.get('/api/me'))) as MeAnswer).requests
  const entryIds = request?.entries.map(({ id }) => id) ?? []
  const pc = await aDevice(hq, world.centreId)
  const refuse = { requestId: request?.id ?? '', entryIds, reason: 'full', text: null } as const
  expect(await pc.send(pc.command('entry.refuse', refuse))).toEqual(['applied'])
  const queued = (await mailsOf(hq)).find(({ name }) => name === 'refused')
  const code = request?.entries[0]?.examCode ?? ''
  expect(queued?.data).toMatchObject({ freeHere: [{ code, softwareNames: ['EBP'] }] })
  // Its last seat is gone before the mail leaves.
  await hq.publish({ centreId: world.centreId, writes: [{ entity: 'offering', value: { ...other, seats: 0 } }] })
  const box = await startMailbox()
  startSending(hq, box)
  const letter = () => box.arrived.find(({ mail }) => mail.subject?.startsWith('Demande non retenue'))?.mail.text
  await expect.poll(letter).toContain('plus de place avec le logiciel choisi')
  expect(letter()).not.toContain('il reste des places')
  expect(hq.bugs).toEqual([])
})

test('who is refused reads where else the same exam is run with the same software, by mail and in their space', async () => {
  const clock = aClock()
  const world = smallWorld({ candidates: [] })
  const others = [
    elsewhere({ id: 'far', name: 'CENTRE LOINTAIN', town: 'Lyon', department: '69' }),
    elsewhere({ id: 'next', name: 'CENTRE VOISIN', town: 'Vannes', department: '56' }),
    elsewhere({ id: 'near', name: 'CENTRE PROCHE', town: 'Fougères', department: '35' }),
    elsewhere({ id: 'shut', name: 'CENTRE COMPLET', department: '35' }, ['ciel'], false),
    elsewhere({ id: 'over', name: 'CENTRE FINI', department: '35', accreditationEndsOn: '2026-12-01' }),
    elsewhere({ id: 'other', name: 'CENTRE AUTREMENT', department: '35' }, ['ebp']),
  ]
  const own = elsewhere({ ...rennes, ...REACHED })
  const hq = await startHq({ clock, worlds: [{ ...world, common: own.common }, ...others] })
  await hq.publish({
    centreId: null,
    writes: [
      { entity: 'software', value: { id: 'ebp', name: 'EBP' } },
      { entity: 'centre', value: { ...rennes, ...REACHED } },
    ],
  })
  const browser = await anAccount(hq, aForm(world))
  const mine = async () => (await mustBe(200, browser.get('/api/me'))) as MeAnswer
  const entryOf = async () => (await mine()).requests[0]?.entries[0]
  expect((await entryOf())?.otherCentres).toEqual([])
  const pc = await aDevice(hq, world.centreId)
  const [request] = (await mine()).requests
  const entryIds = [(await entryOf())?.id ?? '']
  const refuse = { requestId: request?.id ?? '', entryIds, reason: 'full', text: null } as const
  expect(await pc.send(pc.command('entry.refuse', refuse))).toEqual(['applied'])

  const around = [
    { id: 'near', name: 'CENTRE PROCHE', town: 'Fougères', department: '35' },
    { id: 'next', name: 'CENTRE VOISIN', town: 'Vannes', department: '56' },
  ]
  expect((await entryOf())?.otherCentres).toEqual(around)
  expect((await mine()).requests[0]?.centre).toMatchObject(REACHED)
  const queued = (await mailsOf(hq)).find(({ name }) => name === 'refused')
  const [asked] = (await mine()).requests
  const wish = `ajout=nouvelle&session=${asked?.sessionId}&departement=`
  const linkTo = (id: string, department: string) =>
    `/espace?${wish}${department}&epreuve=${encodeURIComponent(asked?.entries[0]?.examId ?? '')}&centre=${id}`
  expect(queued?.data).toMatchObject({
    otherCentres: around.map(({ id, name, town, department }) => ({ name, town, link: linkTo(id, department) })),
    askAgainLink: linkTo('', '35').replace('&centre=', ''),
  })

  // One of them stopped running it before the mail leaves.
  const shut = anOffering({ id: 'next-offering', open: false })
  await hq.publish({ centreId: 'next', writes: [{ entity: 'offering', value: shut }] })
  const box = await startMailbox()
  startSending(hq, box)
  const letter = () => box.arrived.find(({ mail }) => mail.subject?.startsWith('Demande non retenue'))?.mail
  await expect.poll(letter).toBeDefined()
  for (const part of [letter()?.text, letter()?.html]) {
    expect(part?.replace(/\s+/g, ' ')).toContain('CENTRE PROCHE (Fougères)')
    expect(part?.replaceAll('&#38;', '&')).toContain(linkTo('near', '35'))
    expect(part).not.toMatch(/VOISIN|LOINTAIN|COMPLET|FINI|AUTREMENT/)
    expect(part?.replace(/\s+/g, ' ')).toContain(`${rennes.name} (${rennes.town}), ${REACHED.phone}, ${REACHED.email}`)
  }
  // Once nobody takes requests any more, no other centre helps.
  clock.set('2026-12-14T00:00:00.000Z')
  await mustBe(
    200,
    browser.post('/api/sign-in', { login: aForm(world).contact.email, password: aForm(world).password }),
  )
  expect((await entryOf())?.otherCentres).toEqual([])
  expect(hq.bugs).toEqual([])
})
