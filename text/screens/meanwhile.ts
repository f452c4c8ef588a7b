import type { EntryStatus } from '../../domain/entry.ts'
import { NBSP, plural } from '../format.ts'
import { ENTRY_STATUS_WORDS } from '../fr.ts'

/** What happened to a request while a dialog about it was open. */
export const MEANWHILE = {
  moved: (exams: readonly { examCode: string; status: EntryStatus }[]): string =>
    `Cette demande vient de changer, sur un autre poste ou au siège${NBSP}: ${exams
      .map(({ examCode, status }) => `${examCode} ${ENTRY_STATUS_WORDS[status].toLowerCase()}`)
      .join(', ')}. Ce que vous avez saisi reste ici.`,
  late: (examCodes: readonly string[]): string =>
    `Le délai de règlement vient de passer pour ${examCodes.join(', ')}. La place reste tenue tant que le centre ne la libère pas.`,
  gone: (count: number, names: readonly string[]): string =>
    `${names.slice(0, 3).join(', ')}${count > 3 ? ` et ${count - 3} ${plural(count - 3, 'autre', 'autres')}` : ''}${NBSP}: ${plural(count, 'cette demande a', 'ces demandes ont')} reçu une réponse entre-temps, sur un autre poste ou au siège. Le refus ne ${plural(count, 'la', 'les')} concerne plus.`,
  nothingLeft: `Il n’y a plus rien à refuser${NBSP}: une réponse a été donnée entre-temps.`,
} as const
