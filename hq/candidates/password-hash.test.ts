import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashPassword, isPassword } from './password-hash.ts'

const PASSWORD = 'Été-2026 !'

test('a password is known again, whichever way its accents were typed; no other is', async () => {
  const kept = await hashPassword(PASSWORD, randomBytes)
  expect(await isPassword(PASSWORD.normalize('NFD'), kept)).toBe(true)
  for (const other of ['été-2026 !', 'Été-2026 ! ', '', `${PASSWORD}\0`])
    expect(await isPassword(other, kept)).toBe(false)
})

test('each hash has its own salt', async () => {
  expect(await hashPassword(PASSWORD, randomBytes)).not.toBe(await hashPassword(PASSWORD, randomBytes))
})

test('a hash made elsewhere, with other parameters, is read with them', async () => {
  // One of the test vectors of the reference implementation (P-H-C/phc-winner-argon2, src/test.c): « somesalt ».
  const kept = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
  expect(await isPassword('password', kept)).toBe(true)
  expect(await isPassword('Password', kept)).toBe(false)
})

test('nobody’s password is no password, and takes the same work', async () => {
  expect(await isPassword(PASSWORD, null)).toBe(false)
  await expect(isPassword(PASSWORD, 'damaged')).rejects.toThrow()
})
