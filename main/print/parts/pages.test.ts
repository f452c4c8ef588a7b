import { describe, expect, test } from 'vitest'
import { pageNumbers, shareOut } from './pages.ts'
import { rowHeight } from './sheet-pages.ts'

describe('rows shared out over pages', () => {
  const page = (heights: readonly number[], closing = 30) => shareOut({ rows: heights, first: 100, next: 150, closing })
  const rows = (count: number, height = 20) => Array.from({ length: count }, () => height)

  test.each<[string, readonly number[], number[]]>([
    ['nobody', [], [0]],
    ['all on the first page, with what closes it', rows(3), [3]],
    ['no room left to close: a page of its own', rows(5), [5, 0]],
    ['what is too much goes on', rows(6), [5, 1]],
    ['pages that follow are higher', rows(13), [5, 7, 1]],
    ['a row higher than the first page begins the second', [120, 20], [0, 2, 0]],
    ['a row higher than any page is on one all the same', [20, 200, 20], [1, 1, 1]],
  ])('%s', (_, heights, expected) => {
    expect(page(heights)).toEqual(expected)
    expect(expected.reduce((sum, count) => sum + count, 0)).toBe(heights.length)
  })

  test('pages of letters are numbered as far as the longest goes', () => {
    expect(pageNumbers(2).match(/"page \d \/ \d"/g)).toEqual(['"page 1 / 1"', '"page 1 / 2"', '"page 2 / 2"'])
  })
})

describe('the height of a row of names', () => {
  const height = (name: string, under?: string) => rowHeight([{ name, under: under ?? null }], 107, 9)

  test('a hand can write in the shortest; names that wrap and what stands under them make it higher', () => {
    expect(height('NY')).toBe(9)
    expect(height('BOULANGER-LEFÈVRE DE LA TOUR D’AUVERGNE')).toBeGreaterThan(12)
    expect(height('BOULANGER-LEFÈVRE', 'nom d’usage TERIITAHI-MAHUTA')).toBeGreaterThan(height('BOULANGER-LEFÈVRE'))
  })

  test('fewer columns leave names more room', () => {
    const name = 'BOULANGER-LEFÈVRE DE LA TOUR'
    expect(rowHeight([{ name }], 60, 9)).toBeLessThan(rowHeight([{ name }], 107, 9))
  })
})
