import { describe, expect, test } from 'vitest'
import { readMailSettings, readPublicUrl } from './mail-settings.ts'
import { withoutPersonalData } from './without-personal-data.ts'

const FROM = 'Pupitre <inscriptions@example.org>'

describe('how mails leave', () => {
  test.each([undefined, ''])('not at all without a server (%j)', (url) => {
    expect(readMailSettings(url, FROM)).toBeNull()
  })
  test.each(['smtp://mail.example.org', 'smtps://user:pass@mail.example.org:465', 'smtp://127.0.0.1:25'])(
    'by %s',
    (url) => {
      expect(readMailSettings(url, FROM)).toEqual({ url, from: FROM })
      expect(readMailSettings(url, 'inscriptions@example.org')).toMatchObject({ url })
    },
  )
  test.each([
    'mail.example.org',
    'https://mail.example.org',
    'smtp:',
    'smtp://',
    'smtp://mail.example.org?ignoreTLS=1',
  ])('%s is no server', (url) => {
    expect(readMailSettings(url, FROM)).toBe('bad-url')
  })
  test.each([undefined, '', 'Pupitre', 'a@b, c@d', 'Pupitre <a@b>\r\nBcc: c@d', '<a@b'])('%j is no sender', (from) => {
    expect(readMailSettings('smtp://127.0.0.1', from)).toBe('bad-from')
  })
})

test.each([
  ['https://inscriptions.example.org', 'https://inscriptions.example.org'],
  ['https://inscriptions.example.org/', 'https://inscriptions.example.org'],
  ['http://127.0.0.1:4180', 'http://127.0.0.1:4180'],
  ['https://example.org/inscriptions', null],
  ['https://example.org/?a', null],
  ['ftp://example.org', null],
  ['example.org', null],
])('the pages of %s are at %j', (text, expected) => {
  expect(readPublicUrl(text)).toBe(expected)
})

describe('what a server says is kept without who it is about', () => {
  test.each([
    ['550 5.1.1 <helene.dupont@example.org>: unknown', '550 5.1.1 <…>: unknown'],
    ['550 No such user HELENE.DUPONT\nhere', '550 No such user … here'],
    ['550 see abuse@example.net', '550 see …'],
    ['421 try later', '421 try later'],
    [`550 ${'x'.repeat(400)}`, `550 ${'x'.repeat(296)}`],
  ])('%j', (words, expected) => {
    expect(withoutPersonalData(words, 'helene.dupont@example.org')).toBe(expected)
  })
  test('whatever the address looks like', () => {
    for (const address of ['', '@', 'a+b(c)[d]*@x.org', 'a@b@c', '-^\\@x'])
      expect(withoutPersonalData(`550 ${address} no`, address)).not.toContain('@x')
  })
})
