import { describe, expect, test } from 'vitest'
import { currentPapers } from './issued-paper.ts'

const paper = (id: string, version: number, issuedAt: string, requestId = 'r1') => ({
  id,
  version,
  issuedAt,
  requestId,
})
const current = (...papers: ReturnType<typeof paper>[]) =>
  [...currentPapers(papers, ({ requestId }) => requestId).values()].map(({ id }) => id)
const [MONDAY, TUESDAY] = ['2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00.000Z']

describe('the paper that counts', () => {
  test.each([
    ['is the last version', paper('b', 1, MONDAY), paper('a', 2, TUESDAY)],
    [
      'is the last version, though the clock of the PC that issued it was late',
      paper('b', 1, TUESDAY),
      paper('a', 2, MONDAY),
    ],
    ['is, of two PCs that each issued version 2, the one issued last', paper('b', 2, MONDAY), paper('a', 2, TUESDAY)],
    ['is, of two issued in the same instant, the same on every PC', paper('a', 2, MONDAY), paper('b', 2, MONDAY)],
  ])('%s', (_case, other, counts) => {
    expect(current(other, counts)).toEqual([counts.id])
    expect(current(counts, other)).toEqual([counts.id])
  })

  test('is told for each thing that they are about', () => {
    expect(current(paper('a', 1, MONDAY), paper('b', 1, MONDAY, 'r2'))).toEqual(['a', 'b'])
  })
})
