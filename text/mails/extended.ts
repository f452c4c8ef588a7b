import { formatDayLong, NBSP } from '../format.ts'
import { button, facts, type Letter, list, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { deadlineWords, examWithFee, namedCentre, theSession } from './words.ts'

export function extended({ person, centre, sessionLabel, exams, deadline, spaceLink }: MailData['extended']): Letter {
  return {
    subject: `Délai prolongé${NBSP}: à régler jusqu’au ${formatDayLong(deadline.on)}`,
    name: person.name,
    blocks: [
      paragraph(
        `Le ${namedCentre(centre)} vous laisse plus de temps pour régler votre inscription à ${theSession(sessionLabel)}${NBSP}:`,
      ),
      list(exams.map(examWithFee)),
      facts(['Nouveau délai, jusqu’au', deadlineWords(deadline, centre)]),
      paragraph('Passé ce délai, le centre peut donner votre place à quelqu’un d’autre.'),
      paragraph(
        `Vous avez déjà réglé${NBSP}? Il n’y a rien d’autre à faire${NBSP}: vous recevrez le mail de confirmation.`,
      ),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}
