import { PRINT_PAPERS } from '../../text/screens/print-papers.ts'
import { FEE } from './morning.ts'
import { paperHandsOf } from './paper-hands.ts'
import { nameOf } from './people.ts'
import { SESSION, sendLater, type Visit } from './visit.ts'

/** One of each paper that is handed out before the exams, from a session that sixty people asked for. */
export async function handOut(visit: Visit, secretary: string, manager: string): Promise<void> {
  const { story, keyboard, hands, reads, people, picture } = visit
  const { first, third, unwanted } = people
  const papers = paperHandsOf(keyboard, hands)
  await story.step('les courriers : confirmation, rappel, réponse, attestation, enveloppe', async () => {
    await papers.printFor(nameOf(third), [
      { label: PRINT_PAPERS.confirmation, file: 'Confirmation-' },
      { label: PRINT_PAPERS.reminder, file: 'Rappel-' },
    ])
    await papers.printFor(nameOf(unwanted), [
      { label: PRINT_PAPERS.refusal, file: 'Reponse-' },
      { label: PRINT_PAPERS.envelope, file: 'Enveloppe-' },
    ])
    await papers.printFor(nameOf(first), [{ label: /^Attestation de règlement/, file: 'Attestation-' }])
  })
  await story.step('les convocations de tous, et une liste d’appel', async () => {
    await hands.go('papers')
    const { due } = await reads.ask('convocation.list', { sessionId: SESSION })
    await papers.convene(due)
    const sitting = (await reads.sittings(SESSION)).find(
      ({ offeringId }) => offeringId === first.entries[0]?.offeringId,
    )
    if (!sitting) throw new Error('no sitting of the offering')
    await papers.printRollCall(sitting)
    await picture('convocations')
  })
  await story.step('le chèque va à la banque avec son bordereau ; la caisse du jour', async () => {
    await hands.go('payments')
    await papers.depositCheque(nameOf(first), FEE)
    await picture('remise')
    await papers.printCash()
  })
  await story.step('un reçu corrigé par la responsable : un avoir, un autre reçu', async () => {
    await hands.changePerson(secretary, manager)
    const paymentOf = async () => (await reads.payments(SESSION)).find(({ payerName }) => payerName === nameOf(first))
    const given = (await paymentOf())?.receipt?.number ?? ''
    await hands.go('payments')
    await papers.correctReceipt(given, 'Adresse du payeur incomplète')
    const note = (await paymentOf())?.creditNotes[0]
    story.claim('l’avoir cite le reçu qu’il annule', note?.receiptNumber === given, { given, note })
    await papers.printCreditNote(note?.number ?? '', given)
    await picture('avoir')
    await hands.changePerson(manager, secretary)
    await sendLater(visit)
  })
}
