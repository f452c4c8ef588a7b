import { sayValue, sayWhatChanged } from '../changes-of-request.ts'
import { formatDateTime, NBSP } from '../format.ts'
import { button, facts, heading, type Letter, list, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { examWords, namedCentre, nowAndBefore, ofTown, theSession } from './words.ts'

export function modified({
  person,
  centre,
  sessionLabel,
  version,
  at,
  changes,
  exams,
  spaceLink,
}: MailData['modified']): Letter {
  const moment = `${formatDateTime(at, centre.timeZone)} (heure ${ofTown(centre.town)})`
  return {
    subject: `Modification d’inscription${NBSP}: version ${version}`,
    name: person.name,
    blocks: [
      paragraph(
        `Votre demande au ${namedCentre(centre)}, pour ${theSession(sessionLabel)}, est modifiée. C’est maintenant la version ${version}, du ${moment}. Le centre voit ce qui a changé.`,
      ),
      heading('Ce qui a changé'),
      facts(
        ...changes.map(
          ({ what, examCode, before, after }) =>
            [sayWhatChanged(what, examCode), nowAndBefore(sayValue(after), before)] as const,
        ),
      ),
      heading(exams.length > 1 ? 'Vos épreuves' : 'Votre épreuve'),
      list(exams.map(examWords)),
      paragraph(
        `Vous n’avez rien d’autre à faire. Ce n’est pas vous${NBSP}? Changez votre mot de passe depuis votre espace et prévenez votre centre sans attendre.`,
      ),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}
