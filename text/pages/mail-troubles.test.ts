import { expect, test } from 'vitest'
import { isMailRefused, sayMailTrouble } from './mail-troubles.ts'

test.each([
  ['EENVELOPE RCPT TO 550 5.1.1 … user unknown', 'n’existe pas'],
  ['EENVELOPE RCPT TO 550-5.1.1 The email account that you tried to reach does not exist.', 'n’existe pas'],
  ['EENVELOPE RCPT TO 550 Requested action not taken: mailbox unavailable', 'n’existe pas'],
  ['EENVELOPE API No recipients defined', 'n’existe pas'],
  ['EENVELOPE RCPT TO 552 5.2.2 … Over quota', 'est pleine'],
  ['EENVELOPE RCPT TO 452 4.2.2 The recipient’s mailbox is full', 'est pleine'],
  ['EMESSAGE DATA 550 5.7.1 Message rejected as spam', 'indésirable'],
  ['EMESSAGE DATA 554 Service unavailable; client host blocked', 'indésirable'],
  ['EENVELOPE RCPT TO 451 4.7.1 Greylisted, try again later', 'attendre'],
  ['EAUTH AUTH PLAIN 535 5.7.8 Error: authentication failed', 'mot de passe'],
  ['EENVELOPE RCPT TO 450 4.2.0 … mailbox unavailable', 'attendre'],
  ['EENVELOPE RCPT TO 550 5.7.1 Relaying denied', 'pour le siège'],
  ['ECONNREFUSED', 'ne répond pas'],
  ['ESOCKET CONN connect ECONNREFUSED 127.0.0.1:25', 'ne répond pas'],
  ['ETIMEDOUT CONN Connection timeout', 'ne répond pas'],
  ['EDNS CONN getaddrinfo ENOTFOUND smtp.example.org', 'ne répond pas'],
])('%s', (trouble, said) => {
  expect(sayMailTrouble(trouble)).toContain(said)
})

test('what is no usual case is not guessed', () => {
  expect(sayMailTrouble('ERROR  something else')).toBeNull()
})

test('a refusal is told from what may still pass', () => {
  expect(isMailRefused('EENVELOPE RCPT TO 550 5.1.1 … user unknown')).toBe(true)
  expect(isMailRefused('EENVELOPE RCPT TO 451 4.7.1 Greylisted')).toBe(false)
  expect(isMailRefused('ESOCKET CONN connect ECONNREFUSED 127.0.0.1:25')).toBe(false)
})
