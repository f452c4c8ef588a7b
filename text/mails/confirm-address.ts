import { NBSP } from '../format.ts'
import { button, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { parisMoment } from './words.ts'

export function confirmAddress({ name, link, confirmBefore }: MailData['confirm-address']): Letter {
  return {
    subject: 'Confirmez votre adresse mail',
    name,
    blocks: [
      paragraph(
        'Vous avez fait une demande d’inscription. Il reste une chose à faire, confirmer que cette adresse mail est bien la vôtre.',
      ),
      paragraph('Le mot de passe que vous avez choisi dans le formulaire vous y sera demandé.'),
      button('Confirmer mon adresse', link),
      paragraph(
        `Ce lien fonctionne jusqu’au ${parisMoment(confirmBefore)}. Tant que vous ne l’avez pas suivi, le centre ne voit pas votre demande${NBSP}; passé ce délai, elle est effacée et il faudra la refaire.`,
      ),
      paragraph(
        `Vous n’avez rien demandé${NBSP}? Ne tenez pas compte de ce mail${NBSP}: quelqu’un s’est sans doute trompé d’adresse. Sans confirmation, ce qui a été envoyé est effacé.`,
      ),
    ],
  }
}
