import { describe, expect, it } from 'vitest'
import { TROUBLE_CODES } from '../../contract/refusals.ts'
import { sayStartTrouble } from './start.ts'

describe('a trouble before the first screen', () => {
  it.each(TROUBLE_CODES)('%s sends nobody back to work that is not there yet', (code) => {
    for (const during of ['enrol', 'first-sync'] as const)
      expect(sayStartTrouble(code, during).advice).not.toMatch(/continuez à travailler/)
  })
})
