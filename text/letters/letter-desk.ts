import type { DeskState } from '../../contract/desk.ts'
import type { Centre, CentreSettings } from '../../domain/catalogue.ts'

/** What a letter to a candidate says of the desk that writes it. */
export type LetterDesk = Pick<DeskState, 'now' | 'sessions' | 'exams'> & { centre: Centre; settings: CentreSettings }
