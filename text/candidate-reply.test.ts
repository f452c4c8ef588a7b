import { describe, expect, test } from 'vitest'
import { type ReplyGiven, replyTo } from './candidate-reply.ts'
import type { ReplyEntry } from './candidate-reply-entries.ts'

const NOW = '2026-11-23T08:41:00.000Z'
const IN_TIME = { deadlineOn: '2026-11-25', deadlineAt: '2026-11-25T23:00:00.000Z' }
const LATE = { deadlineOn: '2026-11-20', deadlineAt: '2026-11-20T23:00:00.000Z' }
const SITTING = { heldOn: '2027-01-25', startsAtLocal: '09:00', room: 'salle B12', attendance: null }
const GRETA = { name: 'GRETA Bretagne', onAccount: false }

function entry(change: Partial<ReplyEntry> = {}): ReplyEntry {
  return {
    ...{ examCode: 'ASCA-E1', status: 'requested', feeAmount: 5000, currency: 'EUR', paid: 0 },
    ...{ deadlineOn: null, deadlineAt: null, refusal: null, software: 'CIEL', proposed: null, freeWith: [] },
    offeringId: 'ciel',
    ...{ pending: false, doubtful: false, payer: null, sittings: [] },
    ...change,
  }
}

function given(entries: readonly ReplyEntry[], change: Partial<ReplyGiven> = {}): ReplyGiven {
  return {
    candidate: {
      ...{ birthName: 'TERIITAHI', usageName: 'TERIITAHI-MAHUTA', firstNames: 'Hinano Vaitiare' },
      ...{ nuc: 'CA10482', nirCheck: 'none' },
    },
    centre: {
      ...{ name: 'CENTRE LUMIÈRE', town: 'Rennes', timeZone: 'Europe/Paris' },
      ...{ phone: '02 61 91 00 35', email: 'accueil@centre.example' },
    },
    paymentTerms: 'Par chèque à l’ordre du centre.',
    operatorName: 'Anne Hervé',
    sessionLabel: 'Session de janvier 2027',
    now: NOW,
    entries,
    payments: [],
    bounced: [],
    dataChecked: true,
    ...change,
  }
}

/** Spaces as typed, so that a table can be read. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const said = (...entries: readonly ReplyEntry[]) => plain(replyTo(given(entries)).phone)

const prevalidated = (change: Partial<ReplyEntry> = {}) => entry({ status: 'prevalidated', ...IN_TIME, ...change })

describe('on the telephone, each state in a sentence', () => {
  test.each<[string, ReplyEntry[], string]>([
    [
      'waiting',
      [entry()],
      'Votre demande pour ASCA-E1 est bien arrivée. Le centre n’y a pas encore répondu ; vous recevrez sa réponse par mail.',
    ],
    [
      'another software proposed',
      [entry({ proposed: 'SAGE 50' })],
      'Pour ASCA-E1, nous vous proposons de passer l’épreuve avec SAGE 50. Vous pouvez l’accepter dans votre espace ; rien ne change sans votre accord.',
    ],
    [
      'pre-validated, nothing paid',
      [prevalidated()],
      'Votre inscription à ASCA-E1 est pré-validée ; nous attendons 50,00 € au plus tard le mercredi 25 novembre 2026 à 24 h.',
    ],
    [
      'two exams, one deadline: one sum',
      [prevalidated(), prevalidated({ examCode: 'ASCA-E2' })],
      'Votre inscription à ASCA-E1 et ASCA-E2 est pré-validée ; nous attendons 100,00 € au plus tard le mercredi 25 novembre 2026 à 24 h.',
    ],
    [
      'partly paid',
      [prevalidated({ paid: 2000 })],
      'Votre inscription à ASCA-E1 est pré-validée ; nous avons reçu 20,00 €, il reste à régler 30,00 € au plus tard le mercredi 25 novembre 2026 à 24 h.',
    ],
    [
      'the deadline of reading A ends within a day',
      [prevalidated({ deadlineAt: '2026-11-25T15:30:00.000Z' })],
      'Votre inscription à ASCA-E1 est pré-validée ; nous attendons 50,00 € au plus tard le mercredi 25 novembre 2026 à 16 h 30.',
    ],
    [
      'not registered by HQ yet: the date is provisional',
      [prevalidated({ pending: true })],
      'Votre inscription à ASCA-E1 est pré-validée ; nous attendons 50,00 € au plus tard le mercredi 25 novembre 2026 à 24 h. Cette date est provisoire : le siège la fixe en enregistrant la pré-validation, et vous recevrez un mail.',
    ],
    [
      'HQ may decide otherwise',
      [prevalidated({ pending: true, doubtful: true })],
      'Votre demande pour ASCA-E1 est en cours de traitement : la décision du centre doit encore être enregistrée par le siège. Vous recevrez un mail.',
    ],
    [
      'an organisation pays',
      [prevalidated({ payer: GRETA })],
      'Votre inscription à ASCA-E1 est pré-validée ; nous attendons 50,00 € de GRETA Bretagne au plus tard le mercredi 25 novembre 2026 à 24 h.',
    ],
    [
      'on account',
      [prevalidated({ payer: { ...GRETA, onAccount: true } })],
      'Votre inscription à ASCA-E1 est pré-validée. Le centre voit le règlement directement avec GRETA Bretagne : vous n’avez rien à régler vous-même.',
    ],
    [
      'paid, to be confirmed',
      [prevalidated({ paid: 5000 })],
      'Votre inscription à ASCA-E1 est entièrement réglée (50,00 €). Il reste au centre à la valider : vous recevrez un mail quand ce sera fait.',
    ],
    [
      'overdue',
      [prevalidated(LATE)],
      'Le délai de règlement de votre inscription à ASCA-E1 est dépassé depuis le vendredi 20 novembre 2026 à 24 h : nous attendons encore 50,00 €. Votre place vous est encore réservée à cette heure, mais le centre peut maintenant la libérer.',
    ],
    [
      'overdue, partly paid',
      [prevalidated({ ...LATE, paid: 2000 })],
      'Le délai de règlement de votre inscription à ASCA-E1 est dépassé depuis le vendredi 20 novembre 2026 à 24 h : nous avons reçu 20,00 €, il reste 30,00 € à recevoir. Votre place vous est encore réservée à cette heure, mais le centre peut maintenant la libérer.',
    ],
    [
      'confirmed, its sitting fixed',
      [entry({ status: 'confirmed', paid: 5000, sittings: [SITTING] })],
      'Votre inscription à ASCA-E1 est validée. L’épreuve a lieu le lundi 25 janvier 2027 à 09 h 00, salle B12.',
    ],
    [
      'confirmed, no sitting yet',
      [entry({ status: 'confirmed', paid: 5000 })],
      'Votre inscription à ASCA-E1 est validée. La date, l’heure et la salle ne sont pas encore fixées.',
    ],
    [
      'confirmed, two sittings',
      [entry({ status: 'confirmed', paid: 5000, sittings: [SITTING, { ...SITTING, startsAtLocal: '14:00' }] })],
      'Votre inscription à ASCA-E1 est validée. Séances prévues : le lundi 25 janvier 2027 à 09 h 00, salle B12 ou le lundi 25 janvier 2027 à 14 h 00, salle B12.',
    ],
    [
      'confirmed, and noted present',
      [entry({ status: 'confirmed', paid: 5000, sittings: [{ ...SITTING, attendance: 'present' }] })],
      'Votre inscription à ASCA-E1 est validée. Votre présence du lundi 25 janvier 2027 est notée : le centre peut vous en remettre une attestation.',
    ],
    [
      'confirmed, and noted absent',
      [entry({ status: 'confirmed', paid: 5000, sittings: [{ ...SITTING, attendance: 'absent' }, SITTING] })],
      'Votre inscription à ASCA-E1 est validée. La feuille d’émargement du lundi 25 janvier 2027 ne porte pas votre signature : votre absence est notée.',
    ],
    [
      'confirmed, its payment voided since',
      [entry({ status: 'confirmed', sittings: [SITTING] })],
      'Votre inscription à ASCA-E1 est validée. L’épreuve a lieu le lundi 25 janvier 2027 à 09 h 00, salle B12. Nous attendons encore 50,00 €.',
    ],
    [
      'confirmed on account: nothing is asked of the candidate',
      [entry({ status: 'confirmed', payer: { ...GRETA, onAccount: true }, sittings: [SITTING] })],
      'Votre inscription à ASCA-E1 est validée. L’épreuve a lieu le lundi 25 janvier 2027 à 09 h 00, salle B12.',
    ],
    [
      'refused, with the reason',
      [entry({ status: 'refused', refusal: { reason: 'full', text: 'Une session suit en juin.' } })],
      'Votre demande pour ASCA-E1 n’a pas pu être acceptée : plus de place avec CIEL. Une session suit en juin.',
    ],
    [
      'refused for want of seats, where another software has some',
      [
        entry({
          status: 'refused',
          refusal: { reason: 'full', text: null },
          software: 'SAGE 50',
          freeWith: [{ software: 'CIEL COMPTABILITE', free: 16 }],
        }),
      ],
      'Votre demande pour ASCA-E1 n’a pas pu être acceptée : plus de place avec SAGE 50. Ici, il reste 16 places avec CIEL COMPTABILITE. Si ce logiciel vous convient, vous pouvez faire une nouvelle demande.',
    ],
    [
      'no software chosen: it is asked for',
      [
        entry({
          offeringId: null,
          software: null,
          freeWith: [
            { software: 'CIEL', free: 1 },
            { software: 'SAGE 50', free: 4 },
          ],
        }),
      ],
      'Votre demande pour ASCA-E1 est bien arrivée, mais sans logiciel : avec lequel souhaitez-vous passer l’épreuve ? Ici, il reste 1 place avec CIEL et 4 avec SAGE 50. Le centre pourra répondre quand il le saura.',
    ],
    [
      'refused for another reason, in the centre’s words alone',
      [entry({ status: 'refused', refusal: { reason: 'other', text: 'Pièce illisible' } })],
      'Votre demande pour ASCA-E1 n’a pas pu être acceptée : Pièce illisible.',
    ],
    [
      'a refusal that HQ has not registered is not told as done',
      [entry({ status: 'refused', pending: true, refusal: { reason: 'full', text: null } })],
      'Votre demande pour ASCA-E1 est en cours de traitement : la décision du centre doit encore être enregistrée par le siège. Vous recevrez un mail.',
    ],
    ['given up', [entry({ status: 'withdrawn' })], 'Vous avez retiré votre demande pour ASCA-E1.'],
    [
      'removed by the centre',
      [entry({ status: 'withdrawn', refusal: { reason: 'mistake', text: null } })],
      'Votre demande pour ASCA-E1 a été retirée par le centre : demandée par erreur.',
    ],
    [
      'lapsed, with money that came too late',
      [entry({ status: 'lapsed', paid: 2000 })],
      'Votre place pour ASCA-E1 a été libérée, le règlement n’étant pas arrivé en entier dans le délai. Nous avons reçu 20,00 € pour cela : voyons ensemble ce qu’il en est.',
    ],
    ['carried over', [entry({ status: 'carriedOver' })], 'Votre inscription à ASCA-E1 est reportée.'],
  ])('%s', (_state, entries, words) => {
    expect(said(...entries)).toBe(words)
  })

  test('money that arrived is said before all, with when, how and its receipt, and not twice', () => {
    const paid = { amount: 2000, currency: 'EUR', method: 'cheque', receivedOn: '2026-10-20', payer: null } as const
    const words = (payments: ReplyGiven['payments']) =>
      plain(replyTo(given([prevalidated({ paid: 2000 })], { payments })).phone)
    const rest =
      'Votre inscription à ASCA-E1 est pré-validée ; il reste à régler 30,00 € au plus tard le mercredi 25 novembre 2026 à 24 h.'
    expect(words([{ ...paid, receipt: '2026-A-000010' }])).toBe(
      `Nous avons bien reçu votre règlement : 20,00 € par chèque le mardi 20 octobre 2026 (reçu 2026-A-000010). ${rest}`,
    )
    expect(words([{ ...paid, receipt: '2026-A-000010', method: 'transfer', payer: 'GRETA Bretagne' }])).toBe(
      `Nous avons bien reçu le règlement de GRETA Bretagne pour vous : 20,00 € par virement le mardi 20 octobre 2026. ${rest}`,
    )
    const cash = { ...paid, amount: 500, method: 'cash', receipt: null } as const
    expect(words([{ ...paid, receipt: '2026-A-000010' }, cash])).toContain(
      '(reçu 2026-A-000010), 5,00 € en espèces le mardi 20 octobre 2026. ',
    )
  })

  test('of a mixture, what presses comes first and what is over last', () => {
    const words = said(
      entry({ examCode: 'PSA-E1', status: 'refused', refusal: { reason: 'dates', text: null } }),
      entry({ examCode: 'ASCA-E3', status: 'confirmed', paid: 5000, sittings: [SITTING] }),
      entry({ examCode: 'ASCA-E2' }),
      prevalidated({ examCode: 'PSA-E2' }),
      prevalidated(LATE),
    )
    const places = ['ASCA-E1', 'PSA-E2', 'ASCA-E2', 'ASCA-E3', 'PSA-E1'].map((code) => words.indexOf(code))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('two deadlines are two sentences, each with its own sum', () => {
    const words = said(
      prevalidated(),
      prevalidated({
        examCode: 'ASCA-E2',
        ...{ ...IN_TIME, deadlineOn: '2026-11-26', deadlineAt: '2026-11-26T23:00:00.000Z' },
      }),
    )
    expect(words.match(/50,00 €/g)).toHaveLength(2)
  })

  test('Papeete: its own hours and francs', () => {
    const papeete = { ...given([]).centre, town: 'Papeete', timeZone: 'Pacific/Tahiti' }
    const due = prevalidated({ currency: 'XPF', feeAmount: 5967, deadlineAt: '2026-11-26T10:00:00.000Z' })
    expect(plain(replyTo(given([due], { centre: papeete })).phone)).toBe(
      'Votre inscription à ASCA-E1 est pré-validée ; nous attendons 5 967 F au plus tard le mercredi 25 novembre 2026 à 24 h.',
    )
  })

  test('what is left for the candidate to look at, once they have a seat', () => {
    const unchecked = { dataChecked: false, candidate: { ...given([]).candidate, nirCheck: 'birth-place' as const } }
    const toDo =
      'Le numéro de sécurité sociale que vous avez donné ne correspond pas à votre état civil : vérifiez-le dans votre espace. Il vous reste à vérifier vos données dans votre espace : elles seront imprimées telles quelles sur votre attestation.'
    expect(plain(replyTo(given([prevalidated()], unchecked)).phone)).toContain(toDo)
    expect(plain(replyTo(given([entry()], { dataChecked: false })).phone)).not.toContain('vérifier vos données')
  })

  test('who asked for nothing in this session is told so', () => {
    expect(said()).toBe('Nous n’avons pas de demande de votre part pour la session de janvier 2027.')
  })
})

describe('in a mail', () => {
  test('the same, with the software, how to pay, the number and who answers', () => {
    const { subject, text } = replyTo(given([prevalidated()])).mail
    expect(plain(subject)).toBe('Votre inscription (ASCA-E1), Session de janvier 2027')
    expect(plain(text)).toBe(`Bonjour Hinano Vaitiare TERIITAHI-MAHUTA,

Voici où en est votre dossier pour la session de janvier 2027, ce lundi 23 novembre 2026.

Votre inscription à ASCA-E1 (CIEL) est pré-validée ; nous attendons 50,00 € au plus tard le mercredi 25 novembre 2026 à 24 h (heure de Rennes).

Pour régler : Par chèque à l’ordre du centre.

Votre numéro de candidat (NUC) : CA10482.

Bien à vous,

Anne Hervé
CENTRE LUMIÈRE (Rennes)
02 61 91 00 35 · accueil@centre.example`)
  })

  test('who has nothing to pay is not told how', () => {
    const words = (one: ReplyEntry) => replyTo(given([one])).mail.text
    for (const one of [
      entry(),
      prevalidated({ paid: 5000 }),
      prevalidated({ payer: GRETA }),
      entry({ status: 'confirmed', paid: 5000 }),
      entry({ status: 'lapsed' }),
    ])
      expect(words(one)).not.toContain('Par chèque')
    expect(words(prevalidated(LATE))).toContain('Par chèque')
  })
})

describe('a cheque that came back', () => {
  const cheque = {
    ...{ amount: 5000, currency: 'EUR' as const, receivedOn: '2026-10-13', awaited: 5000, dueOn: '2026-11-30' },
    payer: null,
  }
  const seat = entry({ status: 'confirmed', sittings: [SITTING] })

  test('is told with the day until which its money is awaited, and nothing tells it twice', () => {
    const phone = plain(replyTo(given([seat], { bounced: [cheque] })).phone)
    expect(phone).toBe(
      'Votre chèque de 50,00 €, reçu le mardi 13 octobre 2026, est revenu impayé : 50,00 € attendus jusqu’au lundi 30 novembre 2026. Votre inscription à ASCA-E1 est validée. L’épreuve a lieu le lundi 25 janvier 2027 à 9 h 00, salle B12.'.replace(
        'à 9 h',
        'à 09 h',
      ),
    )
  })

  test('leaves in sight what else is owed', () => {
    const other = entry({ status: 'confirmed', examCode: 'ASCA-E2', sittings: [SITTING] })
    const phone = plain(replyTo(given([seat, other], { bounced: [cheque] })).phone)
    expect(phone).toContain('Nous attendons encore 100,00 €.')
  })

  test('of an organisation is its own', () => {
    const phone = plain(replyTo(given([seat], { bounced: [{ ...cheque, payer: 'GRETA', dueOn: null }] })).phone)
    expect(phone).toContain(
      'Le chèque de GRETA de 50,00 €, reçu le mardi 13 octobre 2026, est revenu impayé : 50,00 € attendus.',
    )
  })
})
