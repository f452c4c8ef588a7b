import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { TroubleCode } from '../../contract/refusals.ts'
import { createSchedule } from './schedule.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** HQ holds a request for as long as it may, unless told otherwise. */
function aSchedule({ due = null as number | null } = {}) {
  const state = {
    answer: null as TroubleCode | null,
    due,
    runs: 0,
    listens: 0,
    heard: null as TroubleCode | null,
    held: true,
  }
  const schedule = createSchedule({
    listen: async (waited) => {
      state.listens++
      if (state.held) await new Promise((resolve) => setTimeout(resolve, waited * 1000))
      return state.heard
    },
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
  test('at the start, then one request stays held at HQ, and an exchange every five minutes all the same', async () => {
    const { state, schedule } = aSchedule()
    schedule.start()
    await seconds(0)
    expect(state).toMatchObject({ runs: 1, listens: 1 })
    await seconds(299)
    expect(state).toMatchObject({ runs: 1, listens: 6 })
    await seconds(1)
    expect(state.runs).toBe(2)
    const stopped = schedule.stop()
    await seconds(60)
    await stopped
    const { runs, listens } = state
    await seconds(1200)
    expect(state).toMatchObject({ runs, listens })
  })

  test('an HQ that answers at once each time is not asked without end', async () => {
    const { state, schedule } = aSchedule()
    state.held = false
    schedule.start()
    await seconds(10)
    expect(state.listens).toBeLessThanOrEqual(21)
  })

  test('a proxy that refuses every held request at once does not make an exchange of each', async () => {
    const { state, schedule } = aSchedule()
    state.held = false
    state.heard = 'hq-error'
    schedule.start()
    await seconds(600)
    expect(state.runs).toBeLessThanOrEqual(16)
    state.heard = null
    await seconds(125)
    const { listens } = state
    await seconds(10)
    expect(state.listens).toBeGreaterThan(listens + 15)
    schedule.poke()
    await seconds(1)
    expect(state.listens).toBeGreaterThan(listens + 16)
  })

  test('a held request that is cut makes an exchange, which takes it up again when all is well', async () => {
    const { state, schedule } = aSchedule()
    schedule.start()
    await seconds(10)
    state.heard = 'hq-unreachable'
    await seconds(44)
    state.heard = null
    expect(state.runs).toBe(2)
    await seconds(1)
    expect(state.listens).toBe(2)
    state.heard = 'hq-unreachable'
    state.answer = 'hq-unreachable'
    await seconds(60)
    const { listens } = state
    await seconds(200)
    // While HQ does not answer, nothing listens: exchanges alone find out when it does.
    expect(state.listens).toBe(listens)
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
    await seconds(301)
    expect(state.runs).toBe(before + 1)
  })

  test('at once when the window comes back', async () => {
    const { state, schedule } = aSchedule()
    schedule.start()
    await seconds(1)
    schedule.setVisible(false)
    await seconds(60)
    const before = state.runs
    schedule.setVisible(true)
    await seconds(0)
    expect(state.runs).toBe(before + 1)
  })
})
