import type { LogoChosen } from '../../contract/desk-wordings.ts'
import { LONGEST_SIGNED } from '../../domain/commands/set-texts.ts'
import { MOST_LOGO_BYTES, MOST_LOGO_PIXELS } from '../../domain/logo.ts'
import { formatCount, NBSP } from '../format.ts'

const WEIGHT = `${formatCount(MOST_LOGO_BYTES / 1000)}${NBSP}ko`

/** Logo et signature: what dresses every letter of the centre, and who signs it. */
export const LETTERHEAD = {
  intro: 'En tête et au bas des documents du centre, sur tous ses postes.',
  logo: 'Logo',
  logoHint: `Une image PNG ou JPEG de ${WEIGHT} au plus, imprimée en haut à gauche. Un dessin foncé sur fond clair se lit aussi en noir et blanc.`,
  noLogo: 'Aucun logo',
  logoAlt: 'Le logo du centre',
  choose: 'Choisir une image…',
  change: 'Changer d’image…',
  remove: 'Retirer le logo',
  logoSaved: 'Logo enregistré',
  logoRemoved: 'Logo retiré',
  logoMoved: 'Quelqu’un a changé le logo entre-temps. Regardez-le avant de le changer à nouveau.',
  faults: {
    'too-heavy': `Ce fichier pèse plus de ${WEIGHT}${NBSP}: choisissez une image plus légère.`,
    'not-an-image': 'Ce fichier n’est pas une image PNG ou JPEG.',
    'cut-short': `Cette image est incomplète${NBSP}: le fichier a été coupé. Copiez-le à nouveau.`,
    'too-large': `Cette image a plus de ${formatCount(MOST_LOGO_PIXELS)} points de côté${NBSP}: réduisez-la.`,
    'too-long': 'Cette image est trop étroite pour un logo.',
    'not-read': 'Ce fichier n’a pas pu être lu.',
  } satisfies Record<Extract<LogoChosen, { ok: false }>['code'], string>,
  signature: 'Signature',
  withSignatory: 'Imprimer qui signe',
  name: 'Prénom et nom',
  quality: 'Qualité',
  qualityHint: `Par exemple${NBSP}: Responsable du centre.`,
  place: 'Fait à',
  missing: `Écrivez quelque chose, ${LONGEST_SIGNED} caractères au plus.`,
  signatureHint: 'Sur les convocations, confirmations, lettres et attestations. La date est celle de l’impression.',
  saved: 'Signature enregistrée',
  preview: 'Logo en haut à gauche, signature en bas.',
} as const
