import type { RefusalReason } from '../../domain/entry.ts'
import { NBSP } from '../format.ts'
import { type Block, button, heading, type Letter, list, paragraph, quote, wayTo } from './letter.ts'
import type { ExamOfMail, MailData } from './mail-data.ts'
import { ownBlocks } from './own-blocks.ts'
import { examCodes, examWords, namedCentre, theSession } from './words.ts'

/** Why, as the candidate reads it; null: only the centre's own words say it. */
const REASONS: Readonly<Record<RefusalReason, string | null>> = {
  full: 'il n’y reste plus de place',
  closed: 'cette épreuve n’y est plus ouverte avec le logiciel choisi',
  software: 'le centre ne propose pas le logiciel choisi',
  dates: 'les dates ne conviennent pas',
  'file-incomplete': 'le dossier est incomplet',
  duplicate: 'la même demande a été faite deux fois',
  mistake: 'la demande avait été faite par erreur',
  'gave-up': 'vous avez dit au centre y renoncer',
  other: null,
}

/** Nobody is turned away: the request itself ended. */
const ENDED: readonly RefusalReason[] = ['duplicate', 'mistake', 'gave-up']

export function refused(data: MailData['refused']): Letter {
  const { person, exams, reason, text, stillAlive, askAgainLink, spaceLink } = data
  const { otherCentres = [], freeHere = [] } = data
  const ended = ENDED.includes(reason)
  const again = ended
    ? [
        paragraph('Vous n’avez rien à payer. Si vous changez d’avis, vous pouvez faire une nouvelle demande.'),
        button('Faire une nouvelle demande', askAgainLink),
      ]
    : [
        paragraph(
          'Vous n’avez rien à payer. Vous pouvez faire une nouvelle demande, dans un autre centre par exemple.',
        ),
        ...otherCentreBlocks(otherCentres, exams),
        button('Chercher un centre', askAgainLink),
      ]
  return {
    subject: `Demande ${ended ? 'close' : 'non retenue'}${NBSP}: ${examCodes(exams)}`,
    name: person.name,
    blocks: [
      paragraph(`${ended ? endedWords(data) : turnedAwayWords(data)}${NBSP}:`),
      list(exams.map(examWords)),
      ...(ended ? textBlocks(text) : reasonBlocks({ reason, text }, exams)),
      heading('Et maintenant'),
      ...freeHereBlocks(freeHere),
      ...(stillAlive.length > 0 ? stillAliveBlocks(stillAlive) : again),
      ...ownBlocks(data.ownWords),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}

function turnedAwayWords({ centre, sessionLabel, exams }: MailData['refused']): string {
  const what = exams.length > 1 ? 'ces épreuves' : 'cette épreuve'
  return `Le ${namedCentre(centre)} ne peut pas vous accueillir pour ${what} de ${theSession(sessionLabel)}`
}

function endedWords({ centre, sessionLabel, reason }: MailData['refused']): string {
  return `Votre demande au ${namedCentre(centre)}, pour ${theSession(sessionLabel)}, est close, parce que ${REASONS[reason]}`
}

/** The same exams in this centre with another software: that it is full with one is not that it is full. */
function freeHereBlocks(offers: MailData['refused']['freeHere'] = []): Block[] {
  if (offers.length === 0) return []
  return [
    paragraph(
      `Dans ce centre, il reste des places avec ${offers.length > 1 ? 'd’autres logiciels' : 'un autre logiciel'}${NBSP}:`,
    ),
    list(offers.map(({ code, softwareNames }) => `${code} avec ${softwareNames.join(', ')}`)),
    paragraph('S’il vous convient, faites une nouvelle demande en le choisissant, depuis votre espace.'),
  ]
}

/** Where else, of those near: seats change from one hour to the next, hence are not told. */
function otherCentreBlocks(centres: MailData['refused']['otherCentres'] = [], exams: readonly ExamOfMail[]): Block[] {
  if (centres.length === 0) return []
  const what = exams.length > 1 ? 'ces épreuves, avec les mêmes logiciels' : 'cette épreuve, avec le même logiciel'
  return [
    paragraph(`Près de là, ${centres.length > 1 ? 'ces centres proposent' : 'ce centre propose'} ${what}${NBSP}:`),
    ...centres.map(({ name, town, link = '' }) =>
      link === '' ? list([`${name} (${town})`]) : wayTo(`Faire une demande à ${name} (${town})`, link),
    ),
  ]
}

/** Why, in our words and then in the centre's own. */
export function reasonBlocks(
  { reason, text }: { reason: RefusalReason; text: string | null },
  exams: readonly ExamOfMail[] = [],
): Block[] {
  const isWithSoftware = reason === 'full' && exams.some(({ softwareNames }) => softwareNames.length > 0)
  const why = isWithSoftware
    ? `${REASONS.full} avec ${exams.length > 1 ? 'les logiciels choisis' : 'le logiciel choisi'}`
    : REASONS[reason]
  return [...(why === null ? [] : [paragraph(`La raison${NBSP}: ${why}.`)]), ...textBlocks(text)]
}

function textBlocks(text: string | null): Block[] {
  return text === null ? [] : [paragraph(`Le centre écrit${NBSP}:`), quote(text)]
}

/** Refusing one exam does not free the candidate: they must know before they look for another centre. */
export function stillAliveBlocks(exams: readonly ExamOfMail[]): Block[] {
  return [
    paragraph(`Dans ce centre et pour cette session, ${exams.length > 1 ? 'restent' : 'reste'} en cours${NBSP}:`),
    list(exams.map(examWords)),
    paragraph(
      `Vos inscriptions d’une session sont dans un seul centre à la fois. Pour vous inscrire dans un autre, retirez-vous d’abord ici, depuis votre espace, tant que votre inscription n’est pas définitive.`,
    ),
  ]
}
