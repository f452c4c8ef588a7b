import { NBSP } from '../format.ts'
import { identityLines } from '../identity-lines.ts'
import { button, facts, heading, type Letter, paragraph } from './letter.ts'
import type { MailData } from './mail-data.ts'
import { centreWords, namedCentre, theSession } from './words.ts'

export function dataCheck(data: MailData['data-check']): Letter {
  const { person, centre, contact, sessionLabel, identity, spaceLink } = data
  const ways: (readonly [string, string])[] = [
    ...(contact.phone === null ? [] : [['Téléphone', contact.phone] as const]),
    ...(contact.email === null ? [] : [['Mail', contact.email] as const]),
  ]
  return {
    subject: `Vérifiez vos données avant ${theSession(sessionLabel)}`,
    name: person.name,
    blocks: [
      paragraph(
        `Le ${namedCentre(centre)} vous demande de vérifier votre identité avant cette session. Voici ce qui sera imprimé sur votre attestation et votre parchemin, lettre pour lettre${NBSP}:`,
      ),
      facts(...identityLines(identity), ...(person.nuc === null ? [] : [['NUC', person.nuc] as const])),
      heading('Pourquoi maintenant'),
      paragraph(
        'Votre réussite sera déclarée à la Caisse des Dépôts sous ces données, et elle refuse celles qui ne sont pas exactes. Après la session, une erreur serait imprimée et longue à réparer.',
      ),
      heading('Tout est exact'),
      paragraph(`Confirmez-le dans votre espace${NBSP}: cela prend une minute.`),
      button('Vérifier mes données', spaceLink),
      heading('Il y a une erreur'),
      paragraph(
        `Ne confirmez pas. Appelez votre centre ou écrivez-lui, avec une copie de votre pièce d’identité${NBSP}: lui seul peut corriger.`,
      ),
      ...(ways.length > 0 ? [facts(['Votre centre', centreWords(centre)], ...ways)] : []),
    ],
  }
}
