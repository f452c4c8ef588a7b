import { NBSP } from '../format.ts'
import { button, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'

const WHY: Readonly<Record<MailData['address-kept']['why'], string>> = {
  stopped: `Cette adresse devait servir aux mails de votre inscription. Le changement a été annulé depuis l’ancienne adresse${NBSP}: rien ne change.`,
  taken: `L’adresse que votre centre avait indiquée pour vous sert déjà à un autre compte${NBSP}: vos mails continuent d’arriver ici.`,
  unproven: `L’adresse que votre centre avait indiquée pour vous n’a pas été confirmée${NBSP}: vos mails continuent d’arriver ici.`,
}

export function addressKept({ name, why, spaceLink }: MailData['address-kept']): Letter {
  return {
    subject: 'Votre adresse mail ne change pas',
    name,
    blocks: [
      paragraph(WHY[why]),
      paragraph('Votre centre en est prévenu. Pour une autre adresse, adressez-vous à lui.'),
      button('Ouvrir mon espace', spaceLink),
    ],
  }
}
