import { expect, test } from 'vitest'
import type { FoundCentre, MyEntry, MyRequest } from '../../contract/candidate-pages.ts'
import { NO_CHOICES } from '../register/draft.ts'
import { wishedOfferings, wishOf, withWishedSoftware } from './wish.ts'

const entry = (examId: string, softwareNames: string[], status: MyEntry['status'] = 'refused') =>
  ({ id: `${examId} ${softwareNames}`, examId, softwareNames, status }) as MyEntry
const request = (...entries: MyEntry[]) => ({ entries }) as MyRequest
const offered = (examId: string, offeringId: string, softwareNames: string[]) =>
  ({ examId, offeringId, softwareNames, seat: 'free' }) as const
const centre = {
  id: 'near',
  offered: [
    offered('E1', 'sage', ['SAGE 50']),
    offered('E1', 'both', ['EXCEL', 'CIEL']),
    offered('E2', 'paper', []),
    offered('E2', 'ciel', ['CIEL']),
  ],
} as unknown as FoundCentre

const link = new URLSearchParams('session=S&epreuve=E1&epreuve=E2&departement=35&centre=near')
const requests = [
  request(entry('E1', ['CIEL', 'EXCEL']), entry('E2', [], 'withdrawn')),
  request(entry('E1', ['SAGE 50']), entry('E3', ['CIEL'])),
]

test('a link from what was refused chooses session, exams, place, and the software that the latest refusal was for', () => {
  const wish = wishOf(link, requests)
  expect(wish.choices).toEqual({ sessionId: 'S', examIds: ['E1', 'E2'], department: '35', centreId: 'near' })
  expect(wish.refused.map(({ id }) => id)).toEqual(['E1 CIEL,EXCEL'])
  expect(wishedOfferings(centre, wish).map(({ offeringId }) => offeringId)).toEqual(['both'])
  expect(withWishedSoftware(NO_CHOICES, centre, wish).offerings).toEqual({ E1: 'both' })
})

test('what was chosen since stands; another set of software is not the same; any other address wishes nothing', () => {
  const wish = wishOf(link, requests)
  expect(withWishedSoftware({ ...NO_CHOICES, offerings: { E1: 'sage' } }, centre, wish).offerings).toEqual({
    E1: 'sage',
  })
  const one = wishOf(link, [request(entry('E1', ['CIEL']))])
  expect(withWishedSoftware(NO_CHOICES, centre, one).offerings).toEqual({})
  expect(withWishedSoftware(NO_CHOICES, null, wish).offerings).toEqual({})
  for (const other of ['', 'session=S', 'epreuve=E1'])
    expect(wishOf(new URLSearchParams(other), requests)).toEqual({ choices: {}, refused: [] })
})
