import { describe, expect, it } from 'vitest'
import type { Freshness } from '../../contract/desk.ts'
import { TROUBLE_CODES } from '../../contract/refusals.ts'
import { AGREEMENTS } from '../../contract/states.ts'
import { freshnessWords } from '../papers/freshness.ts'
import { callsForRescue, sayFreshness } from './frame.ts'

const NOW = '2026-11-23T13:05:00.000Z'
const quiet: Freshness = {
  lastSyncedAt: NOW,
  agreement: 'agrees',
  clockAhead: null,
  seriesAwaited: false,
  notices: [],
  syncing: false,
  trouble: null,
  troubleSince: null,
  toTransmit: 0,
  rescueFile: null,
  toReview: 0,
  quarantined: 0,
  firstSync: null,
}
const said = (change: Partial<Freshness>) => {
  const { title, text } = sayFreshness({ ...quiet, ...change }, NOW, 'Europe/Paris')
  return `${title} | ${text}`.replaceAll('\u00a0', ' ')
}

describe('how fresh the data is', () => {
  it.each<[string, Partial<Freshness>]>([
    ['À jour à 14 h 05 | Tout est transmis au siège.', {}],
    ['3 actions à transmettre | Dernier échange à 14 h 05.', { toTransmit: 3 }],
    ['Reçu à 14 h 05, vérification en cours | Tout est transmis au siège.', { agreement: 'unknown' }],
    [
      'Reçu à 14 h 05 | Une différence avec le siège est en cours de réparation. Ce que vous avez fait est gardé.',
      { agreement: 'differs' },
    ],
    [
      'Reçu à 14 h 05 | Tout est transmis. Mettez Pupitre à jour pour vérifier que rien ne manque.',
      { agreement: 'unverifiable' },
    ],
    [
      'Hors connexion depuis 14 h 05 | 3 actions à transmettre. Rien n’est perdu, continuez à travailler.',
      { trouble: 'hq-unreachable', troubleSince: NOW, toTransmit: 3 },
    ],
    [
      'Hors connexion depuis le ven. 20 nov. à 14 h 05 | Rien n’est perdu, continuez à travailler.',
      { trouble: 'hq-unreachable', troubleSince: '2026-11-20T13:05:00.000Z' },
    ],
    [
      'Hors connexion depuis 14 h 05 | 90 % reçus. Ce qui est déjà reçu est gardé, la réception reprendra où elle en est. Si cela dure, appelez le siège.',
      { trouble: 'hq-unreachable', troubleSince: NOW, firstSync: { done: 9000, total: 9952, readable: true } },
    ],
    ['Première réception en cours | 90 % reçus.', { firstSync: { done: 9000, total: 9952, readable: true } }],
    ['Première réception en cours | En attente du siège…', { firstSync: { done: 0, total: 0, readable: false } }],
    ['Premier échange en attente | 1 action à transmettre.', { lastSyncedAt: null, toTransmit: 1 }],
  ])('« %s »', (words, change) => {
    expect(said(change)).toBe(words)
  })

  const doubts: [string, Partial<Freshness>][] = [
    ...AGREEMENTS.filter((one) => one !== 'agrees').map((one): [string, Partial<Freshness>] => [
      one,
      { agreement: one },
    ]),
    ...TROUBLE_CODES.map((trouble): [string, Partial<Freshness>] => [trouble, { trouble, troubleSince: NOW }]),
    ['something to transmit', { toTransmit: 1 }],
    ['no exchange yet', { lastSyncedAt: null }],
    ['the first exchange under way', { firstSync: { done: 1, total: 2, readable: true } }],
  ]
  it.each(doubts)('« À jour » is not said with %s, on the screen or on paper', (_, change) => {
    expect(said(change)).not.toMatch(/à jour à|à jour avec/i)
    expect(freshnessWords({ ...quiet, ...change }, NOW, 'Europe/Paris')).not.toMatch(/à jour/)
  })
  it('paper says it like the screen', () => {
    expect(freshnessWords(quiet, NOW, 'Europe/Paris')).toMatch(/à jour avec le siège$/)
  })
})

describe('the rescue file is proposed', () => {
  it.each<[string, Partial<Freshness>, boolean]>([
    ['not while all is well', {}, false],
    ['not in a short outage', { trouble: 'hq-unreachable', troubleSince: NOW }, false],
    ['in a long one', { trouble: 'hq-unreachable', troubleSince: '2026-11-22T13:00:00.000Z' }, true],
    ['when HQ does not know this PC any more', { trouble: 'hq-refuses-device', troubleSince: NOW }, true],
    [
      'never when HQ has withdrawn this PC, for it refuses its files',
      { trouble: 'device-revoked', troubleSince: '2026-11-22T13:00:00.000Z' },
      false,
    ],
    ['when Pupitre is too old', { trouble: 'app-too-old', troubleSince: NOW }, true],
  ])('%s', (_, change, proposed) => {
    expect(callsForRescue({ ...quiet, ...change }, NOW)).toBe(proposed)
  })
})
