import { formatCount, NBSP, plural } from '../format.ts'

type Asked = {
  examCode: string
  software: string | null
  open: boolean
  free: number
  others: readonly { software: string; free: number }[]
  names: readonly string[]
}

const seats = (free: number): string => `${formatCount(free)} ${plural(free, 'place', 'places')}`
const using = (software: string | null): string => (software === null ? '' : ` avec ${software}`)

const state = ({ open }: Asked): string => (open ? 'complet' : 'fermé')

/** « complet avec SAGE 50 ; il reste 16 places avec CIEL COMPTABILITE » */
function fullWith(asked: Asked): string {
  const { software, others } = asked
  const left = others.map((one) => `${seats(one.free)} avec ${one.software}`)
  return [`${state(asked)}${using(software)}`, ...(left.length > 0 ? [`il reste ${left.join(', ')}`] : [])].join(
    `${NBSP}; `,
  )
}

/** Refusing: the mail that the candidate will get, as it will read. */
export const REFUSE = {
  preview: 'Le mail que le candidat recevra',
  previewFor: 'Aperçu pour',
  to: 'À',
  subject: 'Objet',
  noReason: 'Choisissez un motif : le mail du candidat apparaîtra ici, tel qu’il le lira.',
  byHq: `Le siège envoie ce mail une fois le refus transmis, et y met lui-même les liens personnels du candidat.`,
  centresByHq: `S’il en connaît, le siège nomme aussi les centres proches qui proposent encore la même chose.`,
  /** @param when « lun. 23 nov. 09 h 12 » */
  centresAsOf: (count: number, when: string): string =>
    `${count === 0 ? 'Aucun centre proche ne propose' : plural(count, 'Le centre nommé propose', 'Les centres nommés proposent')} encore la même chose, d’après le siège, ${when}.`,
  noMail: `Ce candidat n’a pas d’adresse mail${NBSP}: prévenez-le autrement.`,
  seatsNow: (asked: Asked): string =>
    `${asked.examCode}${NBSP}: ${asked.free > 0 ? `${seats(asked.free)} ${plural(asked.free, 'libre', 'libres')}${using(asked.software)}` : fullWith(asked)}`,
  /** Refused for want of seats, while there are. */
  notFull: ({ examCode, software, free, names }: Asked): string =>
    `Il reste ${seats(free)} en ${examCode}${using(software)}, ce que ${names.length > 3 ? `${names.length} personnes demandent` : `${names.join(', ')} ${plural(names.length, 'demande', 'demandent')}`}. Le mail dirait le contraire.`,
  notFullMany: `Il reste des places pour ce qui est demandé, le mail dirait le contraire${NBSP}:`,
  fullOnlyMany: `Avec un autre logiciel, il reste des places${NBSP}:`,
  fullOnlyWith: (asked: Asked): string =>
    `${asked.examCode} n’est ${state(asked)} qu’avec ${asked.software ?? 'cette offre'}. Sans refuser, vous pouvez «${NBSP}Proposer un autre logiciel…${NBSP}».`,
  keyHint: `Un chiffre choisit le motif, Ctrl + Entrée refuse.`,
} as const
