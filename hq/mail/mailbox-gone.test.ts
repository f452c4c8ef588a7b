import { expect, test } from 'vitest'
import { isMailboxGone } from './mailbox-gone.ts'

test.each([
  ['EENVELOPE RCPT TO 550 5.1.1 … unknown user', true],
  ['EENVELOPE RCPT TO 550 No such user here', true],
  ['EENVELOPE RCPT TO 551 User not local', true],
  ['EENVELOPE API No recipients defined', true],
  ['EENVELOPE RCPT TO 550 5.7.1 rejected by policy', false],
  ['EENVELOPE RCPT TO 550 5.2.2 over quota', false],
  ['EENVELOPE RCPT TO 550 blocked using a list', false],
  ['EENVELOPE RCPT TO 554 refused', false],
  ['EENVELOPE RCPT TO 450 4.2.1 later', false],
  ['EMESSAGE DATA 550 5.1.1 looks like spam', false],
  ['ESOCKET CONN connect ECONNREFUSED', false],
  ['TEMPLATE', false],
  [null, false],
])('%s: nobody has the mailbox, %s', (trouble, gone) => {
  expect(isMailboxGone(trouble)).toBe(gone)
})
