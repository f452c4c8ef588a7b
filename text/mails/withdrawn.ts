import { NBSP } from '../format.ts'
import { button, heading, type Letter, list, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { reasonBlocks, stillAliveBlocks } from './refused.ts'
import { centreWords, examCodes, examWords } from './words.ts'

export function withdrawn(data: MailData['withdrawn']): Letter {
  const { person, centre, sessionLabel, exams, removal, stillAlive, spaceLink } = data
  const where = `auprès du centre ${centreWords(centre)}`
  return {
    subject: `${removal === null ? 'Retrait enregistré' : 'Inscription retirée'}${NBSP}: ${examCodes(exams)}`,
    name: person.name,
    blocks: [
      paragraph(
        removal === null
          ? `Votre retrait est enregistré ${where} (${sessionLabel})${NBSP}:`
          : `Le centre ${centreWords(centre)} a retiré votre inscription (${sessionLabel})${NBSP}:`,
      ),
      list(exams.map(examWords)),
      ...(removal === null ? [] : reasonBlocks(removal)),
      paragraph(
        `${freedWords(data.seatsFreed)} Si vous avez déjà réglé, voyez avec le centre ce que devient votre règlement.`,
      ),
      heading('Et maintenant'),
      ...(stillAlive.length > 0
        ? stillAliveBlocks(stillAlive)
        : [
            paragraph(
              'Vous pouvez faire une nouvelle demande, dans ce centre ou dans un autre, tant que les inscriptions sont ouvertes.',
            ),
          ]),
      paragraph(
        removal === null
          ? `Ce n’est pas vous${NBSP}? Changez votre mot de passe depuis votre espace et prévenez votre centre sans attendre.`
          : `Vous ne vous y attendiez pas${NBSP}? Écrivez au centre ou appelez-le.`,
      ),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}

/** An exam that was only asked for held no seat: none is said to be free. */
function freedWords(seats: number): string {
  if (seats === 0) return 'Vous n’avez rien à payer.'
  return seats === 1
    ? 'La place qui vous était gardée est libérée et vous n’avez rien à payer.'
    : `Les ${seats} places qui vous étaient gardées sont libérées et vous n’avez rien à payer.`
}
