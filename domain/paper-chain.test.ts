import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChainedPaper, type ChainFault, createChainCheck, linkText } from './paper-chain.ts'
import { type Receipt, receiptNumber } from './payment.ts'

const linkOf = (text: string) => createHash('sha256').update(text).digest('hex')

const content = {
  ...{ centreName: 'CENTRE LUMIÈRE', centreTown: 'Rennes', centreAddress: [], centreLegal: [], vatWording: 'Exonéré' },
  ...{ sessionLabel: 'Janvier 2027', payerName: 'Madame NY', payerAddress: [], payerIsOrganisation: false },
  ...{ method: 'cheque', reference: null, receivedOn: '2026-11-23', amount: 5000, currency: 'EUR' },
  ...{ timeZone: 'Europe/Paris', issuedBy: 'Anne Hervé', lines: [], credit: 0 },
} as unknown as Receipt['content']

/** As many receipts a year of one series, linked as they were issued. */
function book(years: Readonly<Record<number, number>>, series = 'B'): Receipt[] {
  let chain: string | null = null
  return Object.entries(years).flatMap(([year, count]) =>
    Array.from({ length: count }, (_, index) => {
      const sequence = index + 1
      const unlinked: Receipt = {
        ...{ id: `${year}-${sequence}`, paymentId: `p-${year}-${sequence}`, series, year: Number(year), sequence },
        ...{ number: receiptNumber(Number(year), series, sequence), issuedAt: '2026-11-23T08:41:00.000Z' },
        ...{ templateVersion: 1, content, chain: null },
      }
      chain = linkOf(linkText(chain, unlinked))
      return { ...unlinked, chain }
    }),
  )
}

const faultsOf = (papers: readonly ChainedPaper[]): ChainFault[] => papers.flatMap(createChainCheck(linkOf))

describe('a series of receipts', () => {
  test('holds from one year to the next, and beside another series', () => {
    expect(faultsOf([...book({ 2026: 3, 2027: 2 }), ...book({ 2026: 2 }, 'C')])).toEqual([])
  })

  test('tells which numbers are missing, wherever they are', () => {
    const papers = book({ 2026: 5, 2027: 2 })
    expect(faultsOf(papers.filter(({ sequence, year }) => year === 2027 || ![1, 3, 4].includes(sequence)))).toEqual([
      { kind: 'missing', series: 'B', year: 2026, from: 1, to: 1 },
      { kind: 'missing', series: 'B', year: 2026, from: 3, to: 4 },
    ])
  })

  test('shows the last of a year taken away by the first of the next', () => {
    const papers = book({ 2026: 3, 2027: 1 }).filter(({ number }) => number !== '2026-B-000003')
    expect(faultsOf(papers)).toEqual([{ kind: 'altered', number: '2027-B-000001', after: '2026-B-000002' }])
  })

  test('shows one whose link was taken away, and one whose link was made anew', () => {
    const papers = book({ 2026: 3 })
    expect(faultsOf(papers.map((one) => (one.sequence === 2 ? { ...one, chain: null } : one)))).toContainEqual({
      kind: 'unlinked',
      number: '2026-B-000002',
    })
    const forged = papers.map((one) => {
      if (one.sequence !== 2) return one
      const changed = { ...one, content: { ...one.content, amount: 1 } }
      return { ...changed, chain: linkOf(linkText(papers[0]?.chain ?? null, changed)) }
    })
    expect(faultsOf(forged)).toEqual([{ kind: 'altered', number: '2026-B-000003', after: '2026-B-000002' }])
  })

  test('two papers of one number are told, and those older than the chain are not', () => {
    const [one] = book({ 2026: 1 })
    if (!one) throw new Error('no receipt')
    expect(faultsOf([one, { ...one, id: 'again' }])).toEqual([{ kind: 'twice', number: '2026-B-000001' }])
    expect(faultsOf(book({ 2026: 2 }).map((paper) => ({ ...paper, chain: null })))).toEqual([])
  })

  test('any change of any letter of what one says is found at that one', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(10_000), fc.integer({ min: 1, max: 60 }), (place, at, shift) => {
        const papers = book({ 2026: 5 })
        const whole = papers[place]
        if (!whole) throw new Error('no receipt')
        const { vatWording } = whole.content
        const index = at % vatWording.length
        const letter = String.fromCharCode(vatWording.charCodeAt(index) + shift)
        const changed = vatWording.slice(0, index) + letter + vatWording.slice(index + 1)
        papers[place] = { ...whole, content: { ...whole.content, vatWording: changed } }
        expect(faultsOf(papers)).toMatchObject([{ kind: 'altered', number: whole.number }])
      }),
    )
  })

  test('a field added later, with nothing in it, changes nothing', () => {
    const papers = book({ 2026: 2 }).map((one) => ({ ...one, content: { ...one.content, later: null } }))
    expect(faultsOf(papers)).toEqual([])
  })
})
