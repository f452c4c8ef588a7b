import { expect, test } from 'vitest'
import { aReadyDesk } from '../../test/helpers/ready-desk.ts'
import { rennesSettings } from '../../test/helpers/rows.ts'
import { offeringRow, requestRow } from '../../test/helpers/window-rows.ts'
import { refused } from '../mails/refused.ts'
import { refusalLetter } from './refusal-letter.ts'
import { reminderLetter, reminderLetters } from './reminder-letter.ts'

const dueBy = { deadlineOn: '2026-11-26', deadlineAt: '2026-11-26T23:00:00.000Z' } as const
const desk = aReadyDesk({
  settings: {
    ...rennesSettings,
    reminderWording: 'Chère {prénom}, {montant} avant le {date limite}.',
    refusalWording: 'Réessayez pour {épreuves}.\nÀ bientôt à {ville}.',
  },
})
const said = (letter: { blocks: readonly object[] } | null) => JSON.stringify(letter?.blocks).replaceAll('\u00a0', ' ')

test('a mail of reminder quotes what the centre adds; a letter closes with it by itself', () => {
  const request = requestRow({ entries: [{ status: 'prevalidated', ...dueBy }] })
  const reminded = { request, entryIds: request.entries.map(({ id }) => id) }
  const mail = said(reminderLetter(desk, reminded, [offeringRow()]))
  expect(mail).toContain('Le centre ajoute :')
  expect(mail).toContain('Chère Éloïse, 50,00 € avant le jeudi 26 novembre 2026.')
  expect(said(reminderLetters(desk, reminded.request, [offeringRow()])[0] ?? null)).not.toContain('Le centre ajoute')
})

test('so does a mail of refusal, line by line', () => {
  const request = requestRow()
  const entryIds = request.entries.map(({ id }) => id)
  const refusal = { request, entryIds, refusedToo: entryIds, others: [], offerings: [offeringRow()] }
  const why = { reason: 'full', text: null, centres: [] } as const
  const mail = said(refusalLetter(desk, { ...refusal, ...why }))
  expect(mail).toContain('"lines":["Réessayez pour ASCA-E1.","À bientôt à Rennes."]')
  expect(said(refusalLetter(desk, { ...refusal, ...why, byPost: true }))).not.toContain('Le centre ajoute')
})

test('a mail queued before centres had words of their own says none', () => {
  const { blocks } = refused({
    person: { name: 'Ny', nuc: null },
    centre: { name: 'CENTRE', town: 'Rennes', timeZone: 'Europe/Paris', addressLines: [] },
    ...{
      sessionLabel: 'Session',
      exams: [],
      reason: 'other',
      text: null,
      stillAlive: [],
      askAgainLink: '/',
      spaceLink: '/',
    },
  })
  expect(said({ blocks })).not.toContain('ajoute')
})
