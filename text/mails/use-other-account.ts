import { NBSP } from '../format.ts'
import { button, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'

/** Says nothing of the other record, its address included: whoever reads this mailbox may have typed somebody else's name. */
export function useOtherAccount({ person, signInLink, recoverLink }: MailData['use-other-account']): Letter {
  return {
    subject: 'Vous avez déjà un dossier sous une autre adresse',
    name: person.name,
    blocks: [
      paragraph(
        `Le siège a vérifié vos demandes d’inscription. Nous pensons que vous avez déjà un dossier sous une autre adresse mail${NBSP}: connectez-vous avec celle-là, ou avec votre numéro de candidat (NUC). Une demande faite avec l’adresse où vous lisez ce mail ne sera pas transmise tant qu’une autre est en cours.`,
      ),
      button('Me connecter', signInLink),
      paragraph(
        `Vous ne retrouvez plus votre mot de passe ou votre NUC${NBSP}? Demandez-les avec votre autre adresse.`,
      ),
      button('Les retrouver', recoverLink),
      paragraph(
        `Si ce dossier n’est pas le vôtre, ou si vous ne pouvez plus lire cette autre adresse, répondez à ce mail${NBSP}: le siège vous aidera.`,
      ),
    ],
  }
}
