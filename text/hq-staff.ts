import type { Instant } from '../domain/time.ts'
import { formatDateTime } from './format.ts'

/** What the person reads who lets HQ's own staff in and shuts them out (`npm run hq:staff`). */

const PARIS = 'Europe/Paris'

export const STAFF_SENTENCES = {
  usage: [
    'Usage : npm run hq:staff -- --data <dossier> add <adresse mail> <nom>',
    '        npm run hq:staff -- --data <dossier> link <adresse mail>    (mot de passe perdu)',
    '        npm run hq:staff -- --data <dossier> close <adresse mail>',
    '        npm run hq:staff -- --data <dossier> list',
    'Les comptes du siège. Sans PostgreSQL (HQ_DATABASE_URL), arrêtez d’abord le siège.',
  ].join('\n'),
  badMail: (email: string) => `« ${email} » n’est pas une adresse mail complète.`,
  nameMissing: (email: string) =>
    `Il manque le nom de la personne. Par exemple : npm run hq:staff -- --data <dossier> add ${email} Camille Moreau`,
  badName: 'Le nom doit compter de 1 à 100 signes : c’est lui que l’on lit à côté de ce que la personne a décidé.',
  added: (name: string, email: string) => `Compte du siège ouvert pour ${name} (${email}).`,
  known: (email: string) =>
    `Un compte du siège existe déjà pour ${email}. Pour un mot de passe perdu : npm run hq:staff -- … link ${email}`,
  unknown: (email: string) => `Aucun compte du siège pour ${email}.`,
  linkOfClosed: (email: string) =>
    `Le compte de ${email} est fermé. Pour le rouvrir : npm run hq:staff -- … add ${email} <nom>`,
  link: (link: string, expiresAt: Instant) =>
    `Lien pour choisir un mot de passe, à usage unique, jusqu’au ${formatDateTime(expiresAt, PARIS)} (heure de Paris) :\n${link}\nIl n’est montré qu’ici : remettez-le à la personne elle-même.`,
  addressGuessed: (url: string) =>
    `HQ_PUBLIC_URL n’est pas défini : le lien commence par ${url}. Si le siège répond ailleurs, remplacez ce début.`,
  closed: (email: string) => `Compte de ${email} fermé, connexions en cours comprises.`,
  closedBefore: (email: string) => `Le compte de ${email} était déjà fermé.`,
  none: 'Aucun compte du siège. Pour en ouvrir un : npm run hq:staff -- … add <adresse mail> <nom>',
  line: ({ email, name, closedAt, hasPassword, linkUntil }: Listed) => {
    const states = [
      closedAt === null ? '' : `fermé le ${formatDateTime(closedAt, PARIS)}`,
      closedAt === null && !hasPassword ? 'mot de passe pas encore choisi' : '',
      linkUntil === null ? '' : `lien valable jusqu’au ${formatDateTime(linkUntil, PARIS)}`,
    ].filter((state) => state !== '')
    return `${email}\t${name}\t${states.join(', ') || 'ouvert'}`
  },
} as const

type Listed = { email: string; name: string; closedAt: Instant | null; hasPassword: boolean; linkUntil: Instant | null }
