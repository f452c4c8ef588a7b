import { NBSP } from '../format.ts'
import { type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { theSession } from './words.ts'

export function requestBlocked({ person, sessionLabel, why }: MailData['request-blocked']): Letter {
  return {
    subject: `Votre demande n’a pas été transmise`,
    name: person.name,
    blocks: [
      paragraph(`Votre demande d’inscription pour ${theSession(sessionLabel)} n’a pas été transmise au centre.`),
      ...(why === 'already-asked'
        ? [
            paragraph(
              `Une de ces épreuves est déjà demandée ou déjà acquise pour vous à cette session${NBSP}: on ne peut pas demander deux fois la même.`,
            ),
          ]
        : [
            paragraph(
              `Pour une même session, les inscriptions d’une personne sont dans un seul centre à la fois, quelle que soit l’adresse mail utilisée. Une autre demande semble déjà en cours à votre nom${NBSP}: le siège va vérifier.`,
            ),
          ]),
      paragraph(
        `Si vous avez déjà un compte à une autre adresse, connectez-vous avec celle-ci${NBSP}: vous y suivrez votre demande, et pourrez la retirer pour en faire une autre. Si vous pensez qu’il s’agit d’une erreur, vous n’avez rien à faire${NBSP}: le siège vous répondra.`,
      ),
    ],
  }
}
