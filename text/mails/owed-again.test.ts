import { describe, expect, test } from 'vitest'
import type { Fell } from '../../domain/fell.ts'
import type { MailData } from './mail-data.ts'
import { writeMail } from './write-mail.ts'

const SITE = 'https://inscriptions.example.org'
const NBSP = '\u00a0'
const fell = (more: Partial<Fell> = {}): Fell => ({
  ...{ why: 'cheque-bounced', paymentId: 'p', amount: 5000, receivedOn: '2026-11-23', chequeNumber: '1234567' },
  ...{ dueOn: '2026-11-30', payer: null, ...more },
})
const data: MailData['reminder'] = {
  person: { name: 'Hélène Dupont', nuc: null },
  centre: { name: 'CENTRE LUMIÈRE', town: 'Rennes', timeZone: 'Europe/Paris', addressLines: ['12 rue des Écoles'] },
  sessionLabel: 'Session de janvier 2027',
  exams: [{ code: 'ASCA-E1', label: 'Comptabilité', softwareNames: [], feeAmount: 5000, currency: 'EUR' }],
  ...{ total: 3000, currency: 'EUR', timing: 'ahead', byCentre: true, payer: null },
  deadline: { on: '2026-11-30', at: '2026-11-30T23:00:00.000Z' },
  ...{ paymentTerms: 'Par chèque ou virement.', spaceLink: '/espace', fell: fell(), final: true },
}
const write = (more: Partial<MailData['reminder']> = {}) => {
  const { subject, text, html } = writeMail('reminder', { ...data, ...more }, SITE)
  return { subject, text: text.replace(/\n\s*/g, ' '), html }
}

describe('the reminder of what is owed again', () => {
  test('a cheque: its number, its amount, what is left of it and until when', () => {
    const { subject, text } = write()
    expect(subject).toBe(`Chèque impayé${NBSP}: 30,00${NBSP}€ à régler jusqu’au lundi 30${NBSP}novembre 2026`)
    expect(text).toContain(`Votre chèque n°${NBSP}1234567 de 50,00${NBSP}€, reçu le lundi 23${NBSP}novembre 2026,`)
    expect(text).toContain(`Reste à régler${NBSP}: 30,00${NBSP}€`)
    expect(text).toContain('Par chèque ou virement.')
  })

  test('a number that nobody typed is not made up; somebody else’s cheque is theirs, and what it came to their affair', () => {
    expect(write({ fell: fell({ chequeNumber: '' }) }).text).toContain(`Votre chèque de 50,00${NBSP}€`)
    const greta = write({ fell: fell({ payer: 'GRETA', amount: 15_000 }), payer: { name: 'GRETA', onAccount: false } })
    expect(greta.text).toContain(`Le chèque n°${NBSP}1234567 de GRETA, reçu le`)
    expect(greta.text).toContain('assurez-vous que le règlement arrive au centre')
    expect(greta.text).not.toContain('150,00')
  })

  test.each([
    ['a seat that is final stays', {}, 'votre place reste gardée', /quelqu’un d’autre|Retirez-vous/],
    [
      'one that is not may be given away',
      { final: undefined },
      'Passé ce délai, le centre peut donner',
      /reste gardée/,
    ],
    ['late, at any moment', { final: undefined, timing: 'over' }, 'à tout moment', /Passé ce délai/],
  ] as const)('%s', (_, more, said, not) => {
    const { text } = write(more)
    expect(text).toContain(said)
    expect(text).not.toMatch(not)
    expect(text).not.toMatch(/frais de rejet|frais bancaires|pénalité/)
  })

  test('late: the day is behind', () => {
    const { subject, text } = write({ timing: 'over' })
    expect(subject).toBe(`Chèque impayé${NBSP}: règlement en retard`)
    expect(text).toContain(`Attendu jusqu’au${NBSP}: lundi 30${NBSP}novembre 2026`)
  })

  test('a payment taken back has no day, and is called neither a cheque nor unpaid', () => {
    const { subject, text } = write({ fell: fell({ why: 'payment-voided', dueOn: null }), deadline: null })
    expect(subject).toBe(`Rappel${NBSP}: 30,00${NBSP}€ à régler`)
    expect(text).toContain('le règlement que le centre avait enregistré a été annulé')
    expect(text).not.toMatch(/chèque n°|impayé|usqu’au/)
  })

  test('final without its money, and nothing had come: no reason is made up', () => {
    const { text } = write({ fell: undefined, deadline: null })
    expect(text).toContain('est validée, mais son règlement est encore attendu')
    expect(text).not.toMatch(/impayé|annulé :/)
  })

  test('what was typed of a cheque is text, not a part of the page', () => {
    const { html, text } = write({ fell: fell({ chequeNumber: '<b>1</b>', payer: '"><script>' }) })
    expect(html).not.toMatch(/<b>1|<script/)
    expect(text).toContain('<b>1</b>')
  })
})
