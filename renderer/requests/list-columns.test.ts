import { describe, expect, it } from 'vitest'
import {
  columnsIn,
  columnsShown,
  FIRST_COLUMNS,
  FREE_COLUMNS,
  isColumnChoice,
  leastWidth,
  mendColumns,
  moveColumn,
  sortOf,
  toggleColumn,
} from './list-columns.ts'

describe('the columns that a person chose', () => {
  it('stand in their order, the candidate always first', () => {
    const choice = moveColumn(toggleColumn(FIRST_COLUMNS, 'due'), 'possible', -1)
    expect(columnsShown(choice)).toEqual(['candidate', 'possible', 'exams', 'receivedAt', 'state', 'deadline', 'due'])
    expect(columnsShown(toggleColumn(choice, 'due'))).not.toContain('due')
  })
  it('stop at either end', () => {
    expect(moveColumn(FIRST_COLUMNS, 'exams', -1)).toBe(FIRST_COLUMNS)
    expect(moveColumn(FIRST_COLUMNS, 'checked', 1)).toBe(FIRST_COLUMNS)
  })
  it('fit a small window, the deadline below the state; without that column it keeps its own', () => {
    const shown = columnsShown(FIRST_COLUMNS)
    // 1366×768 at 125 %, less the rail, the margins and a scrollbar.
    expect(leastWidth(columnsIn('middle', shown), 'middle')).toBeLessThanOrEqual(1092 - 212 - 34 - 16)
    expect(columnsIn('middle', shown)).not.toContain('deadline')
    expect(columnsIn('middle', ['candidate', 'deadline'])).toContain('deadline')
    expect(columnsIn('wide', shown)).toEqual(shown)
  })
  it('can all be hidden but the candidate', () => {
    expect(columnsShown({ ...FIRST_COLUMNS, shown: [] })).toEqual(['candidate'])
  })
})

describe('what another version kept', () => {
  it('loses the columns that are no more, and gets the new ones, unseen, at the end', () => {
    const kept = { order: ['town', 'shoe-size', 'exams', 'town'], shown: ['town', 'shoe-size'] }
    expect(isColumnChoice(kept)).toBe(true)
    const mended = mendColumns(kept)
    expect(mended.order.slice(0, 2)).toEqual(['town', 'exams'])
    expect(mended.order.toSorted()).toEqual(FREE_COLUMNS.toSorted())
    expect(columnsShown(mended)).toEqual(['candidate', 'town'])
  })
  it.each([null, [], {}, { order: [1], shown: [] }])('%j is not believed', (kept) => {
    expect(isColumnChoice(kept)).toBe(false)
  })
})

it('what is computed here has no order in the database', () => {
  expect([sortOf('possible'), sortOf('phone'), sortOf('candidate')]).toEqual([null, null, 'candidate'])
})
