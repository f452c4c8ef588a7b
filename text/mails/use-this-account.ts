import { NBSP } from '../format.ts'
import { button, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'

/** Says nothing of the other record: whoever reads this mailbox may not be who made it. */
export function useThisAccount({ person, signInLink, recoverLink }: MailData['use-this-account']): Letter {
  return {
    subject: 'Utilisez le compte de cette adresse',
    name: person.name,
    blocks: [
      paragraph(
        `Le siège a vérifié vos demandes d’inscription. Pour en faire d’autres, utilisez le compte ouvert avec cette adresse mail${NBSP}: c’est le vôtre. Vous y suivez les demandes faites avec ce compte. Une demande faite avec une autre adresse n’y apparaît pas.`,
      ),
      button('Me connecter', signInLink),
      paragraph(`Vous ne retrouvez plus votre mot de passe ou votre numéro de candidat (NUC)${NBSP}?`),
      button('Les retrouver', recoverLink),
      paragraph(
        `Vos inscriptions en cours ne changent pas. Si vous n’avez fait aucune demande, ou si vous pensez qu’il s’agit d’une erreur, parlez-en à votre centre.`,
      ),
    ],
  }
}
