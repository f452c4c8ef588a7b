import { NBSP } from '../format.ts'

/** « Vérifiez vos données », in the candidate's own space. */
export const CHECK = {
  title: 'Vérifiez vos données',
  asked: (centre: string, session: string): string =>
    `${centre} vous demande de vérifier votre identité (${session}). Voici ce qui sera imprimé sur votre attestation et votre parchemin, lettre pour lettre.`,
  why: 'La Caisse des Dépôts refuse des données qui ne sont pas exactes. Relisez chaque ligne avec votre pièce d’identité sous les yeux.',
  right: 'Mes données sont exactes',
  /** Before the centre asks. */
  early: (session: string): string =>
    `Cette identité sera imprimée lettre pour lettre sur votre attestation et votre parchemin. Vous pouvez déjà dire qu’elle est exacte, sans attendre que votre centre le demande (${session}).`,
  read: 'Relire et confirmer mes données',
  readTitle: `Vos données sont-elles exactes${NBSP}?`,
  confirm: 'Confirmer',
  cancel: 'Annuler',
  busy: 'Enregistrement…',
  wrong: 'Il y a une erreur',
  wrongText: `Ne confirmez pas. Appelez votre centre ou écrivez-lui, avec une copie de votre pièce d’identité${NBSP}: lui seul peut corriger. Vous recevrez un mail, et vous vérifierez à nouveau ici.`,
  phone: 'Téléphone',
  mail: 'Mail',
  address: 'Adresse',
  write: 'Demander une correction à mon centre',
  subject: 'Correction de mon identité',
  changed: `Votre centre vient de corriger votre identité${NBSP}: rien n’est confirmé. Relisez ce qui est affiché maintenant.`,
  done: (moment: string): string => `Vous avez confirmé vos données le ${moment}.`,
  doneFor: (session: string, moment: string): string =>
    `${session}${NBSP}: vous avez confirmé ces données le ${moment}.`,
} as const
