import { NBSP } from '../format.ts'
import { button, heading, type Letter, list, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { reasonBlocks, stillAliveBlocks } from './refused.ts'
import { examCodes, examWords, namedCentre, theSession } from './words.ts'

export function withdrawn(data: MailData['withdrawn']): Letter {
  const { person, centre, sessionLabel, exams, removal, stillAlive, spaceLink } = data
  const where = `auprès du ${namedCentre(centre)}`
  return {
    subject: `${removal === null ? 'Retrait enregistré' : 'Inscription retirée'}${NBSP}: ${examCodes(exams)}`,
    name: person.name,
    blocks: [
      paragraph(
        removal === null
          ? `Votre retrait est enregistré ${where}, pour ${theSession(sessionLabel)}${NBSP}:`
          : `Le ${namedCentre(centre)} a retiré votre inscription pour ${theSession(sessionLabel)}${NBSP}:`,
      ),
      list(exams.map(examWords)),
      ...(removal === null ? [] : reasonBlocks(removal)),
      paragraph(`${freedWords(data)} Si vous avez déjà réglé, voyez avec le centre ce que devient votre règlement.`),
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
function freedWords({ seatsFreed, exams, stillAlive }: MailData['withdrawn']): string {
  const those = exams.length > 1 ? 'pour ces épreuves' : 'pour cette épreuve'
  // What is still alive may be to pay.
  const nothing = `ous n’avez rien à payer${stillAlive.length > 0 ? ` ${those}` : ''}.`
  if (seatsFreed === 0) return `V${nothing}`
  return seatsFreed === 1
    ? `La place qui vous était gardée est libérée et v${nothing}`
    : `Les ${seatsFreed} places qui vous étaient gardées sont libérées et v${nothing}`
}
