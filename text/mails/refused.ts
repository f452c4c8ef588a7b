import type { RefusalReason } from '../../domain/entry.ts'
import { NBSP } from '../format.ts'
import { type Block, button, heading, type Letter, list, paragraph, quote } from './letter.ts'
import type { ExamOfMail, MailData } from './mail-data.ts'
import { centreWords, examCodes, examWords } from './words.ts'

/** Why, as the candidate reads it. */
const REASONS: Readonly<Record<RefusalReason, string>> = {
  full: 'il n’y reste plus de place.',
  closed: 'cette épreuve n’y est plus ouverte avec le logiciel choisi.',
  software: 'le centre ne propose pas le logiciel choisi.',
  dates: 'les dates ne conviennent pas.',
  'file-incomplete': 'le dossier est incomplet.',
  duplicate: 'la même demande a été faite deux fois.',
  mistake: 'la demande avait été faite par erreur.',
  'gave-up': 'vous avez dit au centre y renoncer.',
  other: 'le centre vous en explique la raison ci-dessous.',
}

export function refused(data: MailData['refused']): Letter {
  const { person, centre, sessionLabel, exams, reason, text, stillAlive, askAgainLink, spaceLink } = data
  const { otherCentres = [] } = data
  return {
    subject: `Demande non retenue${NBSP}: ${examCodes(exams)}`,
    name: person.name,
    blocks: [
      paragraph(
        `Le centre ${centreWords(centre)} ne peut pas vous accueillir pour ${exams.length > 1 ? 'ces épreuves' : 'cette épreuve'} (${sessionLabel})${NBSP}:`,
      ),
      list(exams.map(examWords)),
      ...reasonBlocks({ reason, text }),
      heading('Et maintenant'),
      ...(stillAlive.length > 0
        ? stillAliveBlocks(stillAlive)
        : [
            paragraph(
              'Vous n’avez rien à payer. Vous pouvez faire une nouvelle demande, dans un autre centre par exemple.',
            ),
            ...otherCentreBlocks(otherCentres, exams),
            button('Chercher un centre', askAgainLink),
          ]),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}

/** Where else, of those near: seats change from one hour to the next, hence are not told. */
function otherCentreBlocks(centres: readonly { name: string; town: string }[], exams: readonly ExamOfMail[]): Block[] {
  if (centres.length === 0) return []
  const what = exams.length > 1 ? 'ces épreuves, avec les mêmes logiciels' : 'cette épreuve, avec le même logiciel'
  return [
    paragraph(`Près de là, ${centres.length > 1 ? 'ces centres proposent' : 'ce centre propose'} ${what}${NBSP}:`),
    list(centres.map(({ name, town }) => `${name} (${town})`)),
  ]
}

/** Why, in our words and then in the centre's own. */
export function reasonBlocks({ reason, text }: { reason: RefusalReason; text: string | null }): Block[] {
  return [
    paragraph(`La raison${NBSP}: ${REASONS[reason]}`),
    ...(text === null ? [] : [paragraph(`Le centre écrit${NBSP}:`), quote(text)]),
  ]
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
