import { expect, test } from 'vitest'
import type { HelpPlace } from './help-context.ts'
import { type Visited, visit, visitAgain, visitNext } from './visited.ts'

const place = (page: HelpPlace['page'], heading: string | null = null): HelpPlace => ({ page, heading })
const shown = ({ places, at }: Visited) => places[at]

test('back and forward go along what was visited, and stop at its ends', () => {
  const two = visitNext(visit(place('index')), place('refuser'))
  expect(shown(two)).toEqual(place('refuser'))
  const back = visitAgain(two, -1)
  expect(shown(back)).toEqual(place('index'))
  expect(visitAgain(back, -1)).toEqual(back)
  expect(shown(visitAgain(visitAgain(back, 1), 1))).toEqual(place('refuser'))
})

test('a link followed after going back forgets what lay ahead', () => {
  const back = visitAgain(visitNext(visit(place('index')), place('refuser')), -1)
  const elsewhere = visitNext(back, place('encaisser', 'espèces'))
  expect(elsewhere.places).toEqual([place('index'), place('encaisser', 'espèces')])
  expect(visitAgain(elsewhere, 1)).toEqual(elsewhere)
})

test('the place where one already is adds nothing; another heading of it does', () => {
  const first = visit(place('encaisser'))
  expect(visitNext(first, place('encaisser'))).toEqual(first)
  expect(visitNext(first, place('encaisser', 'espèces')).places).toHaveLength(2)
})
