import { describe, expect, it } from 'vitest'
import { type Body, CHUNK, chooseChunks, chunksWithin, stretchesOf } from './near-chunks.ts'

const ROW = 50
const chunk = (start: number): Body => ({ start, end: start + CHUNK, top: start * ROW, height: CHUNK * ROW })
const all = (start: number, end: number): Body => ({ start, end, top: start * ROW, height: (end - start) * ROW })
const guessed = () => CHUNK * ROW

describe('the chunks that touch a span', () => {
  it('are those drawn that it meets, and no other', () => {
    const bodies = [chunk(0), chunk(4), chunk(8)]
    expect(chunksWithin(bodies, { from: 210, to: 390 }, guessed)).toEqual([4])
    expect(chunksWithin(bodies, { from: 150, to: 450 }, guessed)).toEqual([0, 4, 8])
    expect(chunksWithin(bodies, { from: 5000, to: 6000 }, guessed)).toEqual([])
  })

  it('are found in the place that is kept for thousands', () => {
    const bodies = [chunk(0), all(4, 24_000)]
    expect(chunksWithin(bodies, { from: 600_100, to: 600_500 }, guessed)).toEqual([12_000, 12_004, 12_008])
    expect(chunksWithin(bodies, { from: 1_199_900, to: 1_300_000 }, guessed)).toEqual([23_996])
  })

  it('are found by their own heights where these are known', () => {
    const bodies = [all(0, 16)]
    const heightOf = (start: number) => (start === 0 ? 400 : 130)
    expect(chunksWithin(bodies, { from: 210, to: 390 }, heightOf)).toEqual([0])
    expect(chunksWithin(bodies, { from: 410, to: 420 }, heightOf)).toEqual([4])
  })

  it('are told in a list that was scrolled: what is above it has negative tops', () => {
    const bodies = [{ ...all(0, 1200), top: -30_000 }]
    expect(chunksWithin(bodies, { from: 50, to: 350 }, guessed)).toEqual([600, 604])
  })
})

describe('the chunks to be drawn next', () => {
  it('are all those in sight, and one more of those around them, the nearest', () => {
    expect(chooseChunks({ drawn: [], seen: [40, 44], wanted: [28, 32, 36, 40, 44, 48], staying: [] })).toEqual([
      36, 40, 44,
    ])
    expect(
      chooseChunks({ drawn: [36, 40, 44], seen: [40, 44], wanted: [32, 36, 40, 44, 48], staying: [36, 40, 44] }),
    ).toEqual([36, 40, 44, 48])
  })

  it('keep those that are still near, and drop those that are far', () => {
    const near = { seen: [40], wanted: [36, 40, 44] }
    expect(chooseChunks({ ...near, drawn: [28, 32, 36, 40, 44], staying: [32, 36, 40, 44] })).toEqual([32, 36, 40, 44])
  })
})

describe('the bodies of a table', () => {
  it('cover every row once, in order', () => {
    expect(stretchesOf(1000, [600, 0, 604, 0])).toEqual([
      { start: 0, end: 4, drawn: true },
      { start: 4, end: 600, drawn: false },
      { start: 600, end: 604, drawn: true },
      { start: 604, end: 608, drawn: true },
      { start: 608, end: 1000, drawn: false },
    ])
  })

  it('end with the last row, and know none beyond it', () => {
    expect(stretchesOf(6, [0, 4, 8])).toEqual([
      { start: 0, end: 4, drawn: true },
      { start: 4, end: 6, drawn: true },
    ])
    expect(stretchesOf(0, [0])).toEqual([])
  })
})
