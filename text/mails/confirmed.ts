import { NBSP } from '../format.ts'
import { button, heading, type Letter, list, paragraph, quote } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { nucBlocks } from './prevalidated.ts'
import { examCodes, examWords, namedCentre, theSession } from './words.ts'

export function confirmed({ person, centre, sessionLabel, exams, spaceLink }: MailData['confirmed']): Letter {
  return {
    subject: `Inscription confirmée${NBSP}: ${examCodes(exams)}`,
    name: person.name,
    blocks: [
      paragraph(
        `C’est fait${NBSP}: votre inscription au ${namedCentre(centre)}, pour ${theSession(sessionLabel)}, est définitive (validée).`,
      ),
      list(exams.map(examWords)),
      ...nucBlocks(person.nuc),
      heading('Et maintenant'),
      paragraph(
        'Vous n’avez plus rien à faire. Votre centre vous enverra la convocation avant la session. La date, l’heure et la salle seront dans votre espace dès que le centre les aura fixées. L’épreuve a lieu dans ce centre, à l’adresse qu’il vous indiquera ou à celle-ci.',
      ),
      quote([centre.name, ...centre.addressLines].join('\n')),
      paragraph(
        `Une inscription définitive ne peut être ni annulée ni remboursée. En cas d’empêchement médical (certificat) ou professionnel (attestation motivée de l’employeur), elle peut être reportée une seule fois, à la session suivante, après décision de l’association${NBSP}: prévenez votre centre.`,
      ),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}
