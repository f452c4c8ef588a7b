import type { Db, Tx } from '../../db/schema.ts'
import type { Candidate } from '../../domain/candidate.ts'
import type { LetterAddressee, LetterSender } from '../../domain/shapes/letter.ts'
import { ownCentre } from '../own-centre.ts'

/** This centre as its letters say it, whatever the session. */
export async function readSender(db: Db | Tx): Promise<Omit<LetterSender, 'sessionLabel'>> {
  const { centre, settings } = await ownCentre(db)
  return {
    timeZone: centre.timeZone,
    centreName: centre.name,
    centreTown: centre.town,
    centreAddress: settings.addressLines,
    centrePhone: centre.phone,
    centreEmail: centre.email,
    // Absent rather than null: without one, a paper says what it said before there were any, and stays the same version.
    ...(settings.signatory ? { signatory: settings.signatory } : {}),
  }
}

/** A candidate as letters to them say it. */
export function addresseeOf(candidate: Candidate): LetterAddressee {
  const { nuc, birthName, usageName, firstNames, sex, bornOn, birthPlace, addressLines, postcode, town } = candidate
  return { nuc, birthName, usageName, firstNames, sex, bornOn, birthPlace, addressLines, postcode, town }
}
