import type { OfferingRow } from '../../contract/desk.ts'
import { SEATS } from '../../text/screens/seats.ts'

/** « CIEL COMPTABILITE, EXCEL 2017 », « Sans logiciel ». */
export function softwareLabel({ software }: Pick<OfferingRow, 'software'>): string {
  return software.join(', ') || SEATS.noSoftware
}

/** « ASCA-E2 (CIEL COMPTABILITE, EXCEL 2017) », « UCP-E1 » */
export function offeringLabel({ examCode, software }: Pick<OfferingRow, 'examCode' | 'software'>): string {
  return software.length > 0 ? `${examCode} (${software.join(', ')})` : examCode
}
