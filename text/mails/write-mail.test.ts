import { describe, expect, test } from 'vitest'
import { paymentDeadline } from '../../domain/deadline.ts'
import type { MailData, MailName } from './mail-data.ts'
import { isMailName, mailNames, writeMail } from './write-mail.ts'

const SITE = 'https://inscriptions.example.org'
const CALENDAR = {
  territory: 'mainland',
  goodFriday: false,
  boxingDay: false,
  closedDays: [],
  workedHolidays: [],
} as const

function deadline(reading: 'A' | 'B' = 'B', from = '2026-11-20T15:30:00.000Z', timeZone = 'Europe/Paris') {
  const found = paymentDeadline({ from, timeZone, calendar: CALENDAR, reading })
  if (!found) throw new Error('No deadline')
  return found
}

/** Every mail, every text in it being `words`, or what is usual there. */
function everyMail(words?: string): { readonly [N in MailName]: MailData[N] } {
  const or = (usual: string) => words ?? usual
  const person = { name: or('Hélène Dupont'), nuc: or('CA10482') }
  const name = person.name
  const centre = {
    name: or('CENTRE LUMIÈRE'),
    town: or('Rennes'),
    timeZone: 'Europe/Paris',
    addressLines: [or('12 rue des Écoles'), or('35000 Rennes')],
  }
  const exam = (code: string) => ({
    code: or(code),
    label: or('Traitement des activités comptables courantes'),
    softwareNames: [or('CIEL COMPTABILITE')],
    feeAmount: 5000,
    currency: 'EUR' as const,
  })
  const about = {
    person,
    centre,
    sessionLabel: or('Session de janvier 2027'),
    exams: [exam('ASCA-E1')],
    spaceLink: '/espace',
  }
  const both = { exams: [exam('ASCA-E1'), exam('PSA-E2')] }
  return {
    'confirm-address': { name, link: '/confirmer?jeton=abc', confirmBefore: '2026-11-25T08:41:00.000Z' },
    'address-known': { name, signInLink: '/connexion', recoverLink: '/oubli' },
    'request-received': { ...about, ...both },
    modified: {
      ...about,
      version: 2,
      at: '2026-11-23T08:41:00.000Z',
      changes: [
        { what: 'software', examCode: or('ASCA-E1'), before: null, after: or('EBP COMPTABILITE') },
        { what: 'phone', examCode: null, before: or('06 39 98 12 34'), after: or('06 39 98 56 78') },
        { what: 'previous-exams', examCode: null, before: or('ASCA-E1 en 2024'), after: null },
      ],
    },
    'request-blocked': { person, sessionLabel: about.sessionLabel, why: 'live-elsewhere' },
    'may-ask-again': { person, spaceLink: '/espace' },
    'use-this-account': { person, signInLink: '/connexion', recoverLink: '/oubli' },
    'use-other-account': { person, signInLink: '/connexion', recoverLink: '/oubli' },
    prevalidated: {
      ...about,
      ...both,
      total: 10_000,
      currency: 'EUR',
      deadline: deadline(),
      payer: { name: or('GRETA'), onAccount: false },
      paymentTerms: or('Par chèque à l’ordre du centre.\nOu par virement.'),
    },
    proposed: { ...about, proposed: { ...exam('ASCA-E1'), softwareNames: [or('EBP')] }, offeringId: 'offering-2' },
    reminder: {
      ...about,
      total: 3000,
      currency: 'EUR',
      deadline: deadline(),
      timing: 'soon',
      byCentre: false,
      payer: { name: or('GRETA'), onAccount: true },
      paymentTerms: or('Par chèque.'),
    },
    extended: { ...about, deadline: deadline() },
    lapsed: { ...about, received: 0, currency: 'EUR' },
    refused: {
      ...about,
      reason: 'full',
      text: or('Revenez en juin.'),
      stillAlive: [exam('PSA-E2')],
      askAgainLink: '/espace?ajout=nouvelle&session=2027-01',
    },
    confirmed: about,
    withdrawn: {
      ...about,
      removal: { reason: 'other', text: or('À votre demande.') },
      seatsFreed: 1,
      stillAlive: [exam('PSA-E2')],
    },
    corrected: {
      ...about,
      changes: [
        { field: 'birthName', from: or('DUPOND'), to: or('DUPONT') },
        { field: 'bornOn', from: '1998-05-30', to: '1998-05-31' },
        { field: 'sex', from: 'M', to: 'F' },
        { field: 'usageName', from: null, to: or('MARTIN') },
      ],
      checkAgain: true,
    },
    'data-check': {
      ...about,
      contact: { phone: or('02 99 00 00 35'), email: or('accueil@centre.example') },
      sessionId: '2027-01',
      identity: {
        ...{ birthName: or('DUPONT'), usageName: or('MARTIN'), firstNames: or('Léa Marie'), sex: 'F' },
        ...{ bornOn: '1998-05-31', birthPlace: or('Le Rheu'), birthCountry: or('France') },
      },
    },
    'address-asked': {
      ...{ name, link: '/adresse?jeton=abc', changeId: 'change-1' },
      validBefore: '2026-11-25T08:41:00.000Z',
    },
    'address-in-use': { name, signInLink: '/connexion', recoverLink: '/oubli' },
    'address-changing': {
      ...{ name, centre, link: '/adresse?annuler=abc', changeId: 'change-1' },
      email: or('helene@example.org'),
      changesAt: '2026-11-24T08:41:00.000Z',
    },
    'address-coming': {
      ...{ name, centre, link: '/adresse?jeton=abc', changeId: 'change-1' },
      validBefore: '2026-11-30T08:41:00.000Z',
    },
    'address-changed': { ...about, name, email: or('helene@example.org'), side: 'old' },
    'address-kept': { name, why: 'stopped', spaceLink: '/espace' },
    'new-password': { name, link: '/mot-de-passe?jeton=abc', validBefore: '2026-11-23T09:41:00.000Z' },
    'password-changed': { name, recoverLink: '/oubli' },
    'nuc-reminder': { name, nuc: person.nuc, signInLink: '/connexion' },
  }
}

function write<N extends MailName>(name: N, words?: string) {
  return writeMail(name, everyMail(words)[name], SITE)
}

/** Escaped characters as they are. */
function characters(html: string): string {
  return html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}

/** What a reader of the HTML part reads. */
function wordsOf(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<br>|<\/(p|li|h2|ul|blockquote|div)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&#\d+;/g, characters)
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim()
}

const HOSTILE = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><a href="https://evil.example">ici</a> \' & &amp;',
  `${'Très-Long-Nom-'.repeat(40)}fin`,
  '\u202eמרים\u202c بن علي\u2066',
  '👩🏽‍🎓 Zoé 🎉',
  'Objet\r\nBcc: tous@example.org\r\n\r\nvoilà\u0000\u0007',
  '\ud83d coupé',
  '$name {{name}} %s',
  '',
]

describe.each(mailNames)('the mail %s', (name) => {
  test('is whole in both parts: a greeting, links that lead to HQ, no word missing', () => {
    const { subject, text, html } = write(name)
    expect(subject).toMatch(/^\p{Lu}/u)
    expect(text).toMatch(/^Bonjour Hélène Dupont,\n\n/)
    for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|null|NaN|\[object/)
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => characters(link ?? ''))
    for (const link of links) {
      expect(link).toMatch(/^https:\/\/inscriptions\.example\.org\/[a-z]/)
      // On a line of its own: a link cut in two no longer works.
      expect(text.split('\n')).toContain(link)
    }
    expect(links.length > 0 || name === 'request-blocked').toBe(true)
  })

  test('says the same in text as in HTML', () => {
    const { text, html } = write(name)
    const flat = text.replace(/[^\S\u00a0\u202f]+/g, ' ').toLowerCase()
    const sentences = wordsOf(html)
      .toLowerCase()
      .split(/(?<=[.,:;?!]) /)
    for (const sentence of sentences)
      for (const word of sentence.split(' ').filter((word) => word.length > 3)) expect(flat).toContain(word)
  })

  test('spaces are French: none breaks before « : ; ! ? »', () => {
    const { subject, text, html } = write(name)
    for (const part of [subject, text, wordsOf(html)]) {
      expect(part).not.toMatch(/ [:;!?]/)
      expect(part.replace(/https?:\S+/g, '')).not.toMatch(/\p{L}[:;!?]/u)
      expect(part).not.toMatch(/[a-z]'[a-z]/)
    }
  })

  test('its text is in lines that a mail program does not cut', () => {
    const long = write(name)
      .text.split('\n')
      .filter((line) => [...line].length > 72)
    expect(long).toEqual([])
  })

  test('nothing is fetched, nothing runs, nothing tells that it was read', () => {
    const { html } = write(name)
    expect(html).not.toMatch(/<(img|script|link|iframe|form|object|svg|style)\b|url\(|@import|\bon\w+=/i)
  })

  test.each(HOSTILE)('says %j as it is, and does nothing of it', (words) => {
    const { subject, text, html } = write(name, words)
    const usual = write(name)
    const tags = (part: string) => [...new Set([...part.matchAll(/<\/?([a-z0-9!]+)/g)].map(([, tag]) => tag))].sort()
    expect(tags(usual.html)).toEqual(expect.arrayContaining(tags(html)))
    expect(html).not.toMatch(/<(script|img)|href="https:\/\/evil/)
    expect(subject).not.toMatch(/[\r\n]|\p{Cc}/u)
    expect([...subject].length).toBeLessThanOrEqual(150)
    for (const part of [subject, text, html]) {
      expect(part.isWellFormed()).toBe(true)
      expect(part).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|undefined|\[object/)
    }
  })
})

test('what is said is said whole, however long', () => {
  const long = `${'Très-Long-Nom-'.repeat(40)}fin`
  const { text, html } = write('confirmed', long)
  expect(text).toContain(long)
  expect(wordsOf(html)).toContain(long)
})

test.each(['www.evil.example', 'Gagnez https://x.example', 'moi@evil.example'])(
  'a name that mail programs would make a link of (%s) is not repeated',
  (name) => {
    const { text, html } = writeMail('confirm-address', { ...everyMail()['confirm-address'], name }, SITE)
    expect(text).toMatch(/^Bonjour,\n/)
    expect(`${text}${html}`).not.toContain('evil')
  },
)
test.each(['J.-P. Dupont', 'Marie-Ève O’Neil', 'Saint-Exupéry A. de'])('an ordinary one (%s) is', (name) => {
  const { text } = writeMail('password-changed', { ...everyMail()['password-changed'], name }, SITE)
  expect(text).toMatch(`Bonjour ${name},`)
})

test('a pre-validation says how much, until when in the centre’s hours, how that was counted, how to pay and what the number is', () => {
  const { subject, text } = write('prevalidated')
  expect(subject).toBe('Une place vous est réservée\u00a0: à régler jusqu’au mercredi 25\u00a0novembre 2026')
  const flat = text.replace(/\n\s*/g, ' ')
  expect(flat).toContain('Montant\u00a0: 100,00\u00a0€')
  expect(flat).toContain('Jusqu’au\u00a0: mercredi 25\u00a0novembre 2026 inclus, jusqu’à 24\u00a0h (heure de Rennes)')
  expect(flat).toContain('trois jours ouvrés, le jour de ce mail non compté')
  expect(flat).toContain(
    '- ven.\u00a020 16\u00a0h\u00a030 pré-validation - sam.\u00a021, dim.\u00a022 exclus - lun.\u00a023\u00a0: 1er jour - mar.\u00a024\u00a0: 2e jour',
  )
  expect(flat).toContain('NUC\u00a0: CA10482')
  expect(flat).toContain('numéro unique de candidat')
  expect(text).toContain('\n  Par chèque à l’ordre du centre.\n  Ou par virement.\n')
})

test('with nothing left to pay, a pre-validation asks for no money and says no amount', () => {
  const data = everyMail().prevalidated
  const { subject, text } = writeMail('prevalidated', { ...data, total: 0 }, SITE)
  const flat = text.replace(/\n\s*/g, ' ')
  expect(subject).toBe('Une place vous est réservée')
  expect(flat).toContain('Tout est déjà réglé')
  for (const said of [/\b0,00/, /Montant/, /Jusqu’au/, /Comment régler/, /délai/, /temps de votre règlement/])
    expect(flat).not.toMatch(said)
  expect(flat).toContain('NUC\u00a0: CA10482')
})

test('a modification says its version and date by the centre’s clocks, and each change with what it was', () => {
  const { subject, text } = write('modified')
  expect(subject).toBe('Modification d’inscription\u00a0: version 2')
  const flat = text.replace(/\n\s*/g, ' ')
  expect(flat).toContain('version 2, du')
  expect(flat).toContain('(heure de Rennes)')
  expect(flat).toContain('Logiciel de l’épreuve ASCA-E1\u00a0: EBP COMPTABILITE Téléphone')
  expect(flat).toContain('Téléphone\u00a0: 06 39 98 56 78 (auparavant 06 39 98 12 34)')
  expect(flat).toContain('Épreuves déjà passées\u00a0: rien (auparavant ASCA-E1 en 2024)')
})

test('with 72 hours of a clock it ends at a time; in Papeete amounts are francs and the hours are Papeete’s', () => {
  const data = everyMail().prevalidated
  const centre = { ...data.centre, town: 'Papeete', timeZone: 'Pacific/Tahiti' }
  const exams = [
    { ...data.exams[0], code: 'ASCA-E1', label: 'x', softwareNames: [], feeAmount: 5967, currency: 'XPF' as const },
  ]
  const at = deadline('A', '2026-11-20T20:30:00.000Z', 'Pacific/Tahiti')
  const { text } = writeMail(
    'prevalidated',
    { ...data, centre, exams, total: 5967, currency: 'XPF', deadline: at },
    SITE,
  )
  const flat = text.replace(/\n\s*/g, ' ')
  expect(flat).toContain('5\u202f967\u00a0F')
  expect(flat).toContain('mercredi 25\u00a0novembre 2026 à\u00a010\u00a0h\u00a030 (heure de Papeete)')
  expect(flat).toContain('72 heures ouvrées')
})

test('refusing one exam says what is still alive; refusing all offers to ask elsewhere, each centre by its own link', () => {
  const data = everyMail().refused
  const some = writeMail('refused', data, SITE).text
  expect(some).toContain('PSA-E2')
  expect(some).not.toContain('ajout=')
  const near = { name: 'CENTRE PROCHE', town: 'Fougères', link: '/espace?ajout=nouvelle&centre=near' }
  const next = { name: 'CENTRE VOISIN', town: 'Vannes', link: '/espace?ajout=nouvelle&centre=next' }
  const all = writeMail('refused', { ...data, stillAlive: [], otherCentres: [near, next] }, SITE)
  for (const link of [near.link, next.link, data.askAgainLink]) {
    expect(all.text.split('\n')).toContain(`${SITE}${link}`)
    expect(characters(all.html)).toContain(`href="${SITE}${link}"`)
  }
  expect(all.text).toContain('CENTRE PROCHE (Fougères)')
  expect(all.text).not.toContain(`${SITE}/inscription`)
  const queuedBefore = [{ name: 'CENTRE PROCHE', town: 'Fougères' }]
  expect(writeMail('refused', { ...data, stillAlive: [], otherCentres: queuedBefore }, SITE).text).toContain(
    '- CENTRE PROCHE (Fougères)',
  )
})

test('who gave up is not turned away; what the centre wrote itself comes without a reason before it', () => {
  const flat = (reason: MailData['refused']['reason']) =>
    writeMail('refused', { ...everyMail().refused, reason, stillAlive: [] }, SITE).text.replace(/\n\s*/g, ' ')
  expect(flat('gave-up')).toContain('est close, parce que vous avez dit au centre y renoncer')
  expect(flat('gave-up')).not.toMatch(/accueillir|La raison|Chercher un centre/)
  expect(flat('other')).toContain('Le centre écrit\u00a0: Revenez en juin.')
  expect(flat('other')).not.toContain('La raison')
  expect(flat('full')).toContain('La raison\u00a0: il n’y reste plus de place avec le logiciel choisi.')
})

test('full with one software is not full: what is left with another is named first', () => {
  const freeHere = [{ code: 'ASCA-E1', softwareNames: ['SAGE 50', 'EXCEL'] }]
  const { text } = writeMail('refused', { ...everyMail().refused, reason: 'full', stillAlive: [], freeHere }, SITE)
  expect(text.replace(/\n\s*/g, ' ')).toMatch(
    /MAINTENANT Dans ce centre, il reste des places avec un autre logiciel.: - ASCA-E1 avec SAGE 50, EXCEL S’il vous convient, faites une nouvelle demande/,
  )
  expect(write('refused').text).not.toContain('il reste des places')
})

test('of what an organisation settles with the centre, the candidate is asked nothing', () => {
  const payer = { name: 'GRETA', onAccount: true }
  const { prevalidated, reminder } = everyMail()
  const mails = [
    writeMail('prevalidated', { ...prevalidated, payer }, SITE),
    writeMail('reminder', { ...reminder, payer }, SITE),
  ]
  for (const { subject, text } of mails) {
    expect(text).toContain('GRETA')
    expect(`${subject} ${text}`).not.toMatch(/Reste à régler|à régler jusqu|COMMENT RÉGLER|Par chèque|Montant/i)
  }
})

test.each([
  ['ahead', 'à régler jusqu’au', 'Vous avez jusqu’au', /bientôt|dépassé/],
  ['soon', 'à régler jusqu’au', 'Le délai se termine bientôt', /dépassé/],
  [
    'over',
    'règlement en retard',
    'il est dépassé, mais votre place n’a pas encore été libérée',
    /bientôt|Passé ce délai/,
  ],
] as const)('a reminder of a deadline that is %s says what is true of it', (timing, subject, words, not) => {
  const mail = writeMail('reminder', { ...everyMail().reminder, payer: null, timing }, SITE)
  const text = mail.text.replace(/\n\s*/g, ' ')
  expect(mail.subject).toContain(subject)
  expect(text).toContain(words)
  expect(text).not.toMatch(not)
  expect(text).toContain('30,00\u00a0€')
})

test('a seat given back for want of money: what was received is said, and that nothing was only when nothing was', () => {
  const flat = (received: number) =>
    writeMail('lapsed', { ...everyMail().lapsed, received }, SITE).text.replace(/\n\s*/g, ' ')
  expect(flat(0)).toContain('n’a pas reçu votre règlement')
  expect(flat(2000)).toContain('n’a reçu que 20,00\u00a0€ sur 50,00\u00a0€')
  expect(flat(2000)).not.toContain('pas reçu')
})

test('a seat is said to be free when there was one, and nothing to be paid only of what ended', () => {
  const flat = (seatsFreed: number, more: Partial<MailData['withdrawn']> = {}) =>
    writeMail('withdrawn', { ...everyMail().withdrawn, seatsFreed, ...more }, SITE).text.replace(/\n\s*/g, ' ')
  expect(flat(0)).not.toMatch(/\bplaces?\b/)
  expect(flat(0)).toContain('Vous n’avez rien à payer pour cette épreuve.')
  expect(flat(0, { stillAlive: [] })).toContain('Vous n’avez rien à payer.')
  expect(flat(1)).toContain('La place qui vous était gardée est libérée')
  expect(flat(2)).toContain('Les 2 places qui vous étaient gardées sont libérées')
})

test('a link that was forgotten once the mail had left is no longer shown', () => {
  const { text, html } = writeMail('new-password', { ...everyMail()['new-password'], link: '' }, SITE)
  expect(`${text}${html}`).not.toContain('href')
  expect(text).not.toContain('http')
})

test.each(['javascript:alert(1)', 'evil', 'https://x.example/ y'])('%s is not a link', (link) => {
  expect(() => writeMail('new-password', { ...everyMail()['new-password'], link }, SITE)).toThrow('Not a link')
})

test.each([
  ['Rennes', 'de Rennes'],
  ['Orléans', 'd’Orléans'],
  ['Évreux', 'd’Évreux'],
  ['Le Mans', 'du Mans'],
  ['Les Sables-d’Olonne', 'des Sables-d’Olonne'],
  ['La Rochelle', 'de La Rochelle'],
])('the hour of %s is « %s »', (town, expected) => {
  const data = everyMail().extended
  const { text } = writeMail('extended', { ...data, centre: { ...data.centre, town } }, SITE)
  expect(text.replace(/\n\s*/g, ' ')).toContain(`(heure ${expected})`)
})

test('names of mails', () => {
  expect(mailNames.every(isMailName)).toBe(true)
  expect(['toString', '__proto__', 'other'].some(isMailName)).toBe(false)
})
