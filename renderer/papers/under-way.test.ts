import { describe, expect, it } from 'vitest'
import { createUnderWay } from './under-way.ts'

describe('what is under way', () => {
  it('is not begun twice, and may be begun again once it has ended', () => {
    const making = createUnderWay()
    expect(making.begin('receipt 1')).toBe(true)
    expect(making.begin('receipt 1')).toBe(false)
    expect(making.begin('receipt 2')).toBe(true)
    making.end('receipt 1')
    expect([...making.current()]).toEqual(['receipt 2'])
    expect(making.begin('receipt 1')).toBe(true)
  })
  it('is told to whoever shows it, as another set', () => {
    const making = createUnderWay()
    const seen: ReadonlySet<string>[] = []
    const leave = making.subscribe(() => seen.push(making.current()))
    making.begin('receipt 1')
    making.begin('receipt 1')
    making.end('receipt 1')
    leave()
    making.begin('receipt 2')
    expect(seen.map((one) => [...one])).toEqual([['receipt 1'], []])
  })
})
