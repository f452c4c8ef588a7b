import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { TroubleCode } from '../../contract/desk.ts'
import { createSchedule } from './schedule.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aSchedule({ due = null as number | null } = {}) {
  const state = { answer: null as TroubleCode | null, due, runs: 0 }
  const schedule = createSchedule({
    run: async () => {
      state.runs++
      return state.answer
    },
    untilNextSend: async () => state.due,
    random: () => 0.5,
    onError: (error) => {
      throw error
    },
  })
  return { state, schedule }
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)

describe('exchanges happen by themselves', () => {
  test('at the start, then every thirty seconds while the window is seen', async () => {
    const { state, schedule } = aSchedule()
    schedule.start()
    await seconds(0)
    expect(state.runs).toBe(1)
    await seconds(29)
    expect(state.runs).toBe(1)
    await seconds(61)
    expect(state.runs).toBe(4)
    await schedule.stop()
    await seconds(600)
    expect(state.runs).toBe(4)
  })

  test('when a decision becomes due, ten seconds after the click', async () => {
    const { state, schedule } = aSchedule()
    schedule.start()
    await seconds(5)
    state.due = 10_000
    schedule.poke()
    await seconds(9.9)
    expect(state.runs).toBe(1)
    state.due = null
    await seconds(0.2)
    expect(state.runs).toBe(2)
  })

  test('at once after a fact, but never in a busy loop', async () => {
    const { state, schedule } = aSchedule()
    schedule.start()
    await seconds(5)
    state.due = -1000
    schedule.poke()
    await seconds(0.6)
    expect(state.runs).toBe(2)
    await seconds(5)
    expect(state.runs).toBeLessThanOrEqual(12)
  })

  test('after failures less and less often, two minutes apart at the most, and as before once one succeeds', async () => {
    const { state, schedule } = aSchedule()
    state.answer = 'hq-unreachable'
    schedule.start()
    const at: number[] = []
    let seen = 0
    for (let second = 0; second < 900; second++) {
      await seconds(1)
      if (state.runs > seen) at.push(second)
      seen = state.runs
    }
    const pauses = at.slice(1).map((second, index) => second - (at[index] ?? 0))
    expect(pauses.every((pause, index) => index === 0 || pause >= (pauses[index - 1] ?? 0) - 1)).toBe(true)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(120)
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(60)
    state.answer = null
    await schedule.now()
    const before = state.runs
    await seconds(31)
    expect(state.runs).toBe(before + 1)
  })

  test('rarely while nobody looks, and at once when the window comes back', async () => {
    const { state, schedule } = aSchedule()
    schedule.start()
    await seconds(1)
    schedule.setVisible(false)
    await seconds(60)
    const before = state.runs
    await seconds(120)
    expect(state.runs).toBe(before)
    schedule.setVisible(true)
    await seconds(0)
    expect(state.runs).toBe(before + 1)
  })
})
