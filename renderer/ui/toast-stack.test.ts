import { describe, expect, it } from 'vitest'
import { endOf, seenOf, type Toast, withToast } from './toast-stack.ts'

const until = '2026-11-23T08:41:10.000Z'
const words = (id: number): Toast => ({ id, message: '', undo: null, offers: [], shownAt: 50_000 })
const undoable = (id: number): Toast => ({ ...words(id), undo: { until, takeBack: () => {} } })
const reading = (seconds: number, askedAt: number) => ({
  now: new Date(Date.parse('2026-11-23T08:41:00.000Z') + seconds * 1000).toISOString(),
  askedAt,
})

describe('an « Annuler »', () => {
  it.each([
    ['the desk’s clock, read just then', reading(0, 50_000), 60_000],
    ['a click that took a second and a half to be kept', reading(1.5, 50_000), 58_500],
    ['a clock read 20 s before, and what has elapsed since', reading(-18, 30_000), 58_000],
    ['the next reading, when the clock has jumped ahead', reading(7, 52_000), 55_000],
    ['the next reading, when it is already too late', reading(11, 50_100), 49_100],
    ['no longer than ten seconds, whatever the clock', reading(-3600, 50_100), 60_000],
    ['a reading from before the answer, when it leaves no time: the next one will tell', reading(0, 30_000), 60_000],
    ['no clock at all', null, 60_000],
  ])('ends by %s', (_, one, end) => {
    expect(endOf(undoable(1), one)).toBe(end)
  })
})

describe('the toasts', () => {
  it('stay longer when they offer something to press', () => {
    expect(endOf(words(1), null)).toBe(56_000)
    expect(endOf({ ...words(1), offers: [{ words: 'Rouvrir', run: () => {} }] }, null)).toBe(62_000)
  })
  it('keep every « Annuler », and of the words only the last', () => {
    const all = [undoable(1), words(2), undoable(3), words(4), undoable(5), undoable(6), words(7)].reduce<Toast[]>(
      withToast,
      [],
    )
    expect(all.map(({ id }) => id)).toEqual([1, 3, 5, 6, 7])
  })
  it('show the last three, and all when unfolded', () => {
    const all = [undoable(1), undoable(2), undoable(3), undoable(4), undoable(5)]
    expect(seenOf(all, false)).toEqual({ seen: all.slice(2), behind: 2 })
    expect(seenOf(all, true)).toEqual({ seen: all, behind: 2 })
    expect(seenOf(all.slice(0, 3), false)).toEqual({ seen: all.slice(0, 3), behind: 0 })
  })
})
