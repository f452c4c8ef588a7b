import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SearchAnswer, SearchQuery } from '../../contract/desk-lists.ts'
import { openDatabase } from '../../db/open.ts'
import { listRows, putRow, removeRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import type { Write } from '../../domain/entities.ts'
import { matchesRecord, searchRecord } from '../../domain/search-record.ts'
import { readTypedSearch } from '../../domain/typed-search.ts'
import { createRequestLists, type RequestLists } from '../../main/reads/request-lists.ts'
import { findEverything } from '../../main/reads/search.ts'
import { anExam, setUpSmallDesk } from '../helpers/desk-steps.ts'
import { aCandidate, anEntry, aPayment, aRequest, MONDAY } from '../helpers/rows.ts'

const clock = { now: () => MONDAY }
let folder: string
let db: Db
let lists: RequestLists

const PEOPLE = [
  { id: 'estaing', birthName: 'LEFÈVRE', usageName: 'LA BARRE d’ESTAING', firstNames: 'Anne', nuc: 'CA10482' },
  { id: 'boulanger', birthName: 'BOULANGER-LEFÈVRE', usageName: null, firstNames: 'Jean-Christophe', nuc: null },
  { id: 'martin', birthName: 'MARTIN', usageName: null, firstNames: 'Zoé', nuc: 'CA104', town: 'Rennes' },
  { id: 'martinez', birthName: 'MARTINEZ', usageName: null, firstNames: 'Ana', nuc: 'CA10', bornOn: '1990-02-01' },
  { id: 'martine', birthName: 'ABEL', usageName: null, firstNames: 'Martine', nuc: null, phone: '+33 7 00 00 00 01' },
  { id: 'dubreuil-h', birthName: 'DUBREUIL-HAMONIAUX', usageName: null, firstNames: 'Ève', nuc: null },
  { id: 'chatellier', birthName: 'DUBREUIL', usageName: 'CHÂTELLIER', firstNames: 'Sandrine', nuc: null },
  { id: 'dubreuil', birthName: 'DUBREUIL', usageName: null, firstNames: 'Yves', nuc: null },
  { id: 'paid', birthName: 'ZOLA', usageName: null, firstNames: 'Émile', nuc: null, email: 'martin.zola@exemple.fr' },
]

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-search-'))
  db = await openDatabase(path.join(folder, 'pupitre.sqlite'))
  lists = createRequestLists(db, clock)
  await setUpSmallDesk(db)
  const greta = { id: 'greta', name: 'GRETA Est-Bretagne', addressLines: [], onAccount: false }
  const payment = aPayment({ sessionId: 's1', allocations: [{ entryId: 'e-martin', amount: 5000 }] })
  const writes: Write[] = [
    { entity: 'exam', value: anExam('s1:E1', 's1', 'ASCA-E1') },
    { entity: 'organisation', value: greta },
    ...PEOPLE.flatMap(({ id, ...person }, place): Write[] => {
      const sessionId = place % 2 === 0 ? 's1' : 's2'
      const request = { id: `r-${id}`, candidateId: id, sessionId }
      return [
        { entity: 'candidate', value: aCandidate({ ...{ id, phone: '', email: '', town: 'Dinan' }, ...person }) },
        { entity: 'request', value: aRequest({ ...request, organisationId: id === 'paid' ? 'greta' : null }) },
        {
          entity: 'entry',
          value: anEntry({ id: `e-${id}`, requestId: `r-${id}`, candidateId: id, sessionId, examId: 's1:E1' }),
        },
      ]
    }),
    { entity: 'payment', value: payment },
    {
      entity: 'receipt',
      value: {
        ...{ id: '01990000-0000-7000-8000-000000000009', paymentId: payment.id, number: '2026-B-000123', series: 'B' },
        ...{ year: 2026, sequence: 123, issuedAt: MONDAY, templateVersion: 1, chain: null },
        content: {
          ...{ centreName: '', centreTown: '', centreAddress: [], centreLegal: [], vatWording: '', sessionLabel: '' },
          ...{ payerName: 'Zoé MARTIN', payerAddress: [], payerIsOrganisation: false, method: 'cheque' as const },
          ...{ reference: null, receivedOn: '2026-11-23', amount: 5000, currency: 'EUR' as const, credit: 0 },
          ...{ timeZone: 'Europe/Paris', issuedBy: '', lines: [] },
        },
      },
    },
  ]
  await db.transaction().execute(async (tx) => {
    for (const write of writes) await putRow(tx, write, 1)
  })
})
afterAll(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

async function find(text: string, sessionId: string | null = 's1') {
  return SearchAnswer.parse(await findEverything(db, lists, clock, SearchQuery.parse({ text, sessionId })))
}
const namesOf = ({ candidates }: SearchAnswer) => candidates.map(({ candidate }) => candidate.id)

describe('a search', () => {
  test.each([
    // The whole word before the one begun, the name in use before any other, the session shown before the other, then by name.
    ['martin', ['martin', 'martinez', 'martine', 'paid']],
    ['lefevre', ['boulanger', 'estaing']],
    ['dubreuil', ['dubreuil', 'dubreuil-h', 'chatellier']],
    ['dub', ['dubreuil', 'dubreuil-h', 'chatellier']],
    ['ca104', ['martin', 'estaing']],
    ['10', ['martinez', 'estaing', 'martin']],
    ['01.02.90', ['martinez']],
    ['1/2/1990', ['martinez']],
    ['07 00 00', ['martine']],
    ['de la barre', ['estaing']],
    ['lefevre jean', ['boulanger']],
    ['greta', ['paid']],
    ['rennes', []],
    ['zoe rennes', ['martin']],
  ])('for « %s » gives %j, best first', async (text, ids) => {
    expect(namesOf(await find(text))).toEqual(ids)
  })

  test('says why, in what stands in the record', async () => {
    const reasons = async (text: string) => (await find(text)).candidates.map(({ match }) => match)
    expect(await reasons('lefevre anne')).toEqual([{ field: 'name', text: 'LEFÈVRE Anne' }])
    expect(await reasons('estaing')).toEqual([{ field: 'name', text: 'LA BARRE d’ESTAING Anne' }])
    expect(await reasons('greta zola')).toEqual([{ field: 'organisation', text: 'GRETA Est-Bretagne' }])
    expect(await reasons('0700')).toEqual([{ field: 'phone', text: '+33 7 00 00 00 01' }])
    expect(await reasons('10482')).toEqual([{ field: 'nuc', text: 'CA10482' }])
    expect(await reasons('zola@')).toEqual([{ field: 'email', text: 'martin.zola@exemple.fr' }])
  })

  test('opens on the request of the session shown', async () => {
    const { candidates } = await find('zoe', 's1')
    expect(candidates[0]?.requests).toEqual([
      { id: 'r-martin', sessionId: 's1', examCodes: ['ASCA-E1'], groups: ['waiting'] },
    ])
  })

  test('finds who pays, and receipts by a part of their number', async () => {
    expect((await find('greta', null)).organisations).toEqual([
      { id: 'greta', name: 'GRETA Est-Bretagne', requests: 1 },
    ])
    for (const text of ['2026-B-000123', '000123', '2026 b 0001'])
      expect((await find(text)).receipts, text).toMatchObject([
        { number: '2026-B-000123', requestId: 'r-martin', sessionId: 's1', payerName: 'Zoé MARTIN', amount: 5000 },
      ])
    expect((await find('2026-C')).receipts).toEqual([])
  })

  test('forgets who is gone, and knows a name that changed', async () => {
    const [zola] = (await listRows(db, 'candidate')).filter(({ id }) => id === 'paid')
    if (!zola) throw new Error('no Zola')
    await db.transaction().execute(async (tx) => {
      await putRow(tx, { entity: 'candidate', value: { ...zola, birthName: 'HUGO' } }, 2)
    })
    expect(namesOf(await find('hugo'))).toEqual(['paid'])
    expect(namesOf(await find('emile zola'))).toEqual(['paid'])
    await db.transaction().execute((tx) => removeRow(tx, 'candidate', 'paid'))
    expect(namesOf(await find('hugo'))).toEqual([])
    await db.transaction().execute((tx) => putRow(tx, { entity: 'candidate', value: zola }, 3))
  })

  test('takes anything that a person pastes, and finds what plain TypeScript finds', { timeout: 60_000 }, async () => {
    const pieces = fc.constantFrom(
      ...[
        '"',
        '*',
        "'",
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        ')',
        '{name} :',
        '^',
        '-',
        '+',
        ' ',
        '\0',
        '%',
        '_',
        '@',
        '.',
        '/',
      ],
      ...[
        'mar',
        'MARTIN',
        'lefèvre',
        'd’',
        'ca',
        '104',
        '07',
        '1990',
        '01/02/',
        '𝕸',
        '🙂',
        '\ud800',
        'ſ',
        'İ',
        'ﬁ',
        '²',
      ],
    )
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((some) => some.join('')),
      fc.array(pieces, { maxLength: 6 }).map((some) => some.join(' ')),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes)),
      fc.constant('martin '.repeat(1500)),
    )
    const people = (await listRows(db, 'candidate')).map((candidate) => ({
      ...{ id: candidate.id, record: searchRecord(candidate, candidate.id === 'paid' ? ['GRETA Est-Bretagne'] : []) },
    }))
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const typed = readTypedSearch(SearchQuery.parse({ text, sessionId: null }).text)
        const should = people.filter(({ record }) => matchesRecord(record, typed)).map(({ id }) => id)
        expect(namesOf(await find(text)).sort()).toEqual(should.sort())
      }),
      { numRuns: 200 },
    )
  })
})
