import { describe, expect, test } from 'vitest'
import { isEmailAddress, isPersonName } from './registration.ts'
import { EmailAddress, PersonName } from './shapes/registration.ts'

// What a form of the desk says and what the shapes take are asked side by side: they must never part.
describe('a name of somebody', () => {
  test.each([
    ['TERIITAHI', true],
    [' O’CONNOR-LE GALL ', true],
    ["N'Guyễn Thị-Minh", true],
    ['Жуковская', true],
    ['J. M.', true],
    ['x'.repeat(60), true],
    [` ${'x'.repeat(60)} `, true],
    ['x'.repeat(61), false],
    ['', false],
    [' ', false],
    ['-', false],
    ['MART1N', false],
    ['MARTIN\nPAUL', false],
    ['MARTIN, Paul', false],
  ])('%j: %s', (text, may) => {
    expect([isPersonName(text), PersonName.safeParse(text).success]).toEqual([may, may])
  })
})

describe('a mail address', () => {
  test.each([
    ['hinano@example.org', true],
    [' Hinano.Teriitahi+ASCA@mail.Example.PF ', true],
    ["o'connor_2@ex-ample.museum", true],
    [`${'x'.repeat(188)}@example.org`, true],
    [`${'x'.repeat(189)}@example.org`, false],
    ['', false],
    ['hinano@example', false],
    ['hinano example@example.org', false],
    ['.hinano@example.org', false],
    ['hinano.@example.org', false],
    ['hinano..t@example.org', false],
    ['hinano@-example.org', false],
    ['hinano@127.0.0.1', false],
    ['hinanô@example.org', false],
    ['Hinano <hinano@example.org>', false],
    ['a@example.org, b@example.org', false],
  ])('%j: %s', (text, may) => {
    expect([isEmailAddress(text), EmailAddress.safeParse(text).success]).toEqual([may, may])
  })
})
