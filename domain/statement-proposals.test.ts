import { describe, expect, it } from 'vitest'
import type { KnownPerson } from './find-people.ts'
import { type BankCredit, type Expected, type Owing, type Proposal, proposer } from './statement-proposals.ts'

const person = (
  id: string,
  nuc: string | null,
  birthName: string,
  firstNames: string,
  usageName: string | null = null,
) => ({ id, nuc, birthName, usageName, firstNames }) satisfies KnownPerson

const owes = (id: string, ...dues: number[]): Owing => ({
  payer: { kind: 'candidate', id },
  sessionId: '2027-01',
  dues: dues.map((due, n) => ({ entryId: `${id}-${n}`, candidateId: id, due })),
})

const people = [
  person('hinano', 'CA10482', 'TERIITAHI', 'Hinano Vaitiare', 'TERIITAHI-MAHUTA'),
  person('sophea', 'CA20915', 'NY', 'Sophea'),
  person('anne', 'CA31777', 'LE BLANC', 'Anne-Lise'),
  person('paul', 'CA40001', 'MARTIN', 'Paul'),
  person('pauline', 'CA55002', 'MARTIN', 'Pauline'),
  person('helene', 'CA60606', 'LEFÈVRE', 'Hélène'),
  person('greg', 'CA70707', 'KERVELLA', 'Grégoire'),
]
const expected: Expected = {
  people,
  organisations: [{ id: 'greta', name: 'GRETA Est-Bretagne' }],
  owing: [
    owes('hinano', 5000, 5000),
    owes('sophea', 5000),
    owes('anne', 7500),
    owes('paul', 5000),
    owes('pauline', 5000),
    owes('helene', 5000),
    {
      payer: { kind: 'organisation', id: 'greta' },
      sessionId: '2027-01',
      dues: [
        { entryId: 'first', candidateId: 'paul', due: 5000 },
        { entryId: 'second', candidateId: 'greg', due: 6000 },
      ],
    },
  ],
  recorded: [
    {
      paymentId: 'noted',
      payer: { kind: 'candidate', id: 'greg' },
      candidateIds: ['greg'],
      amount: 5000,
      receivedOn: '2026-11-18',
      reference: 'VIR 88421',
    },
  ],
  deposits: [{ depositId: 'slip', total: 15_000, depositedOn: '2026-11-17', reference: '0007788' }],
}
const propose = proposer(expected)
const credit = (label: string, amount = 5000, bookedOn = '2026-11-20'): BankCredit => ({ bookedOn, amount, label })
const who = (proposal: Proposal | undefined) =>
  proposal?.kind === 'due'
    ? proposal.owing.payer.id
    : proposal?.kind === 'recorded'
      ? proposal.recorded.paymentId
      : proposal?.deposit.depositId

describe('who paid, and why', () => {
  it.each<[string, BankCredit, string | undefined, boolean, string[]]>([
    ['a NUC', credit('VIR SEPA CA20915'), 'sophea', true, ['nuc', 'all-due']],
    ['a NUC in two words', credit('VIR ca 20915 inscription'), 'sophea', true, ['nuc', 'all-due']],
    ['a NUC with one digit wrong', credit('VIR CA20916'), 'sophea', true, ['nuc-near', 'all-due']],
    ['a NUC with one digit wrong, another amount', credit('VIR CA20916', 1234), undefined, false, []],
    ['a NUC, another amount', credit('VIR CA20915', 4000), 'sophea', true, ['nuc']],
    ['two digits wrong', credit('VIR CA20927', 1234), undefined, false, []],
    [
      'a birth name and a first name',
      credit('VIR M NY SOPHEA'),
      'sophea',
      true,
      ['birth-name', 'first-name', 'all-due'],
    ],
    ['accents and case aside', credit('vir lefevre helene'), 'helene', true, ['birth-name', 'first-name', 'all-due']],
    [
      'a name of two words as one',
      credit('VIR LEBLANC ANNE LISE', 7500),
      'anne',
      true,
      ['birth-name', 'first-name', 'all-due'],
    ],
    ['a usage name', credit('MAHUTA TERIITAHI H', 10_000), 'hinano', false, ['birth-name', 'usage-name', 'all-due']],
    [
      'a name and one exam of two',
      credit('TERIITAHI HINANO', 5000),
      'hinano',
      true,
      ['birth-name', 'first-name', 'one-due'],
    ],
    ['a short name alone', credit('NY MELLON BANK', 5000), undefined, false, []],
    ['a surname alone, another amount', credit('VIR LEFEVRE', 1234), undefined, false, []],
    ['an organisation', credit('VIR GRETA EST BRETAGNE', 11_000), 'greta', true, ['organisation', 'all-due']],
    ['an organisation, part of its name', credit('VIR BRETAGNE', 11_000), 'greta', false, ['all-due']],
    [
      'noted by hand, three days before',
      credit('KERVELLA GREGOIRE', 5000, '2026-11-21'),
      'noted',
      true,
      ['birth-name', 'first-name', 'same-amount', 'near-day'],
    ],
    [
      'noted by hand, by its reference',
      credit('REF 88421', 5000, '2026-11-18'),
      'noted',
      true,
      ['reference', 'same-amount', 'same-day'],
    ],
    ['noted by hand, long before', credit('REF 88421', 5000, '2026-11-26'), undefined, false, []],
    [
      'a deposit of cheques',
      credit('REMISE CHEQUES 0007788', 15_000),
      'slip',
      true,
      ['reference', 'same-amount', 'near-day', 'cheques'],
    ],
    ['a deposit of long before', credit('REMISE CHEQUES', 15_000, '2026-11-26'), undefined, false, []],
    ['an amount that one payer alone owes', credit('VIR INSTANTANE', 7500), 'anne', false, ['all-due']],
    ['an amount that many owe', credit('VIR INSTANTANE', 5000), undefined, false, []],
    ['nothing', credit('', 1), undefined, false, []],
  ])('%s', (_, line, best, sure, reasons) => {
    const { proposals, sure: isSure } = propose(line)
    expect([who(proposals[0]), isSure, proposals[0]?.reasons ?? []]).toEqual([best, sure, reasons])
  })

  it('two alike are both shown, and neither is the one', () => {
    const { proposals, sure } = propose(credit('VIR MARTIN'))
    expect(proposals.map(who).toSorted()).toEqual(['paul', 'pauline'])
    expect(sure).toBe(false)
  })
  it('pays first the exam that it is exactly', () => {
    const uneven = proposer({ ...expected, owing: [owes('sophea', 7500, 5000)] })
    expect(uneven(credit('CA20915')).proposals[0]).toMatchObject({
      allocations: [{ entryId: 'sophea-1', amount: 5000 }],
      reasons: ['nuc', 'one-due'],
    })
  })
  it('pays first, of an organisation, those whom the bank names', () => {
    const [best] = propose(credit('GRETA EST BRETAGNE POUR KERVELLA GREGOIRE', 6000)).proposals
    expect(best).toMatchObject({ allocations: [{ entryId: 'second', amount: 6000 }] })
    expect(best?.reasons).toEqual(['birth-name', 'first-name', 'organisation', 'all-due'])
  })
  it('allocates no more than is owed', () => {
    expect(propose(credit('CA20915', 9000)).proposals[0]).toMatchObject({
      allocations: [{ entryId: 'sophea-0', amount: 5000 }],
    })
  })
  it('looks at nobody twice, however many bear one name', () => {
    const many = Array.from({ length: 5000 }, (_, n) => person(`m${n}`, `CB${n + 10_000}`, 'MARTIN', `Prénom${n}`))
    const crowd = proposer({
      ...expected,
      people: [...many, ...people],
      owing: many.map(({ id }) => owes(id, 5000)),
    })
    expect(who(crowd(credit('MARTIN PRENOM4321')).proposals[0])).toBe('m4321')
    expect(crowd(credit('MARTIN')).proposals).toEqual([])
  })
})
