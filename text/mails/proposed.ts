import { NBSP } from '../format.ts'
import { button, facts, heading, type Letter, paragraph } from './letter.ts'
import type { ExamOfMail, MailData } from './mail-data.ts'
import { namedCentre, theSession } from './words.ts'

export function proposed({ person, centre, sessionLabel, exams, proposed, spaceLink }: MailData['proposed']): Letter {
  const [asked] = exams
  return {
    subject: `Un autre logiciel vous est proposé${NBSP}: ${proposed.code}`,
    name: person.name,
    blocks: [
      paragraph(
        `Le ${namedCentre(centre)} ne peut pas vous faire passer cette épreuve, à ${theSession(sessionLabel)}, avec le logiciel que vous avez choisi, ou pas tout de suite. Il vous en propose un autre.`,
      ),
      facts(
        ['Épreuve', `${proposed.code}, ${proposed.label}`],
        ['Vous aviez choisi', softwareOf(asked)],
        ['Le centre propose', softwareOf(proposed)],
      ),
      heading('Et maintenant'),
      paragraph(
        `Rien ne change sans votre accord. Si ce logiciel vous convient, acceptez-le depuis votre espace${NBSP}: le centre examinera alors votre demande. Sinon, vous pouvez attendre sa réponse, ou vous retirer pour chercher un autre centre.`,
      ),
      button('Répondre depuis mon espace', spaceLink),
    ],
  }
}

function softwareOf(exam: ExamOfMail | undefined): string {
  return exam && exam.softwareNames.length > 0 ? exam.softwareNames.join(', ') : 'sans logiciel'
}
