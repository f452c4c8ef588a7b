import { first } from './010-first.ts'
import { exchanges } from './020-exchanges.ts'
import { creditNotes } from './030-credit-notes.ts'
import { sumsAnew } from './040-sums-anew.ts'
import { proposedOfferings } from './050-proposed-offerings.ts'
import { candidatesSay } from './060-candidates-say.ts'
import { deskWork } from './070-desk-work.ts'
import { kept } from './080-kept.ts'
import { listsAndSearch } from './090-lists-and-search.ts'
import { outcomeAbout } from './100-outcome-about.ts'
import { today } from './110-today.ts'
import { arrivalEvents } from './120-arrival-events.ts'
import { paperChain } from './130-paper-chain.ts'
import { issuedPapers } from './140-issued-papers.ts'
import { cheques } from './150-cheques.ts'
import { statementMatches } from './160-statement-matches.ts'
import { credits } from './170-credits.ts'
import { wordings } from './180-wordings.ts'
import { uncheckedPeople } from './190-unchecked-people.ts'
import { attendance } from './200-attendance.ts'
import { takenBack } from './210-taken-back.ts'

export type Migration = { number: number; sql: string }

/** Static and forward only. Numbers go in tens; one that has shipped is never edited. */
export const migrations: readonly Migration[] = [
  { number: 10, sql: first },
  { number: 20, sql: exchanges },
  { number: 30, sql: creditNotes },
  { number: 40, sql: sumsAnew },
  { number: 50, sql: proposedOfferings },
  { number: 60, sql: candidatesSay },
  { number: 70, sql: deskWork },
  { number: 80, sql: kept },
  { number: 90, sql: listsAndSearch },
  { number: 100, sql: outcomeAbout },
  { number: 110, sql: today },
  { number: 120, sql: arrivalEvents },
  { number: 130, sql: paperChain },
  { number: 140, sql: issuedPapers },
  { number: 150, sql: cheques },
  { number: 160, sql: statementMatches },
  { number: 170, sql: credits },
  { number: 180, sql: wordings },
  { number: 190, sql: uncheckedPeople },
  { number: 200, sql: attendance },
  { number: 210, sql: takenBack },
]
