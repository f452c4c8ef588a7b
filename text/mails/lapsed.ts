import { NBSP } from '../format.ts'
import { button, type Letter, list, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { centreWords, examCodes, examWords } from './words.ts'

export function lapsed({ person, centre, sessionLabel, exams, spaceLink }: MailData['lapsed']): Letter {
  return {
    subject: `Place libérée${NBSP}: ${examCodes(exams)}`,
    name: person.name,
    blocks: [
      paragraph(
        `Le délai de règlement est passé, et le centre ${centreWords(centre)} n’a pas reçu votre règlement (${sessionLabel}). Votre place a été libérée${NBSP}:`,
      ),
      list(exams.map(examWords)),
      paragraph(
        `Vous n’avez plus rien à payer. Si vous aviez réglé, ou si vous voulez encore passer cette épreuve, écrivez à votre centre${NBSP}: s’il reste une place, il peut vous la rendre.`,
      ),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}
