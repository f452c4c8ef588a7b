import { formatDayLong, formatMoney } from '../../text/format.ts'
import { REFUSAL_REASON_WORDS } from '../../text/fr.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { same } from './compare.ts'
import { nameOf, statusesAtDesk } from './people.ts'
import { SESSION, sendLater, type Visit } from './visit.ts'

export const FEE = formatMoney(5000, 'EUR')
export const NOTE = 'Enverra le chèque demain. Rappeler jeudi.'

/** With the network: what waits, the requests, a call, a payment, a refusal. */
export async function morning(visit: Visit): Promise<void> {
  const { story, hands, reads, people, picture } = visit
  await story.step('Aujourd’hui : une relance, un délai prolongé', async () => {
    await hands.remind(nameOf(people.overdue))
    await hands.startExtending(nameOf(people.tonight), 'Chèque envoyé par la poste')
    await picture('prolonger')
    await hands.extend()
    await picture('relance-et-prolongation')
  })
  await story.step('dix secondes plus tard, cela part au siège', () => sendLater(visit))
  await story.step('Demandes : ce qui serait possible, puis les trois qui le sont', async () => {
    const { first, second, third, stuck } = people
    await hands.go('requests')
    await hands.filterExam(first.entries[0]?.examCode ?? '')
    const told = await hands.select([first, second, third, stuck].map(nameOf))
    await picture('demandes')
    story.claim(
      'avant d’agir, la barre dit que trois sur quatre sont possibles, et pourquoi pas la quatrième',
      told.startsWith(REQUESTS.selected(4)) && told.includes(REQUESTS.canBe(3, 1, 'SAGE 50 complet')),
      told,
    )
    await hands.prevalidateSelected(3)
    await picture('trois-pre-validees')
  })
  await story.step('une de trop, annulée', async () => {
    await hands.prevalidate(nameOf(people.later))
    await hands.undoLast()
    const [entry] = (await reads.requests(SESSION)).find(({ id }) => id === people.later.id)?.entries ?? []
    story.claim('l’annulation n’a rien laissé', entry?.status === 'requested' && !entry.pending, entry)
    await picture('annulee')
  })
  await story.step('les pré-validations partent aussi', () => sendLater(visit))
  await story.step('au téléphone : Ctrl+K, trois lettres, le dossier, la réponse, une note', () => answerCall(visit))
  await story.step('un règlement et son reçu', async () => {
    await hands.go('requests')
    await hands.filterState(REQUESTS.filter.due)
    await hands.startCollecting(nameOf(people.first), '0012345, Banque de l’Ouest')
    await picture('encaisser')
    await hands.collect(FEE)
  })
  await story.step('une demande refusée', async () => {
    const { unwanted } = people
    await hands.filterState(REQUESTS.filter.waiting)
    const mail = await hands.startRefusing(nameOf(unwanted), 'dates')
    await picture('refuser')
    story.claim(
      'avant de refuser, le mail du candidat se lit en entier',
      mail.includes(unwanted.candidate.firstNames) && mail.includes(REFUSAL_REASON_WORDS.dates.toLowerCase()),
      mail,
    )
    await hands.refuse(nameOf(unwanted))
  })
}

/** Who was given more time calls: everything is on one page. */
async function answerCall({ story, keyboard, hands, reads, people: { tonight }, picture }: Visit): Promise<void> {
  const name = nameOf(tonight)
  await hands.call(name)
  await picture('rechercher')
  await hands.answerCall(name)
  const pasted = plain(await hands.copyReply())
  await hands.startNote(NOTE)
  // The words said before end by themselves: nothing lies over this picture.
  await keyboard.page.getByText(REQUESTS.undone).waitFor({ state: 'detached' })
  await picture('dossier')
  await hands.noteCall()
  const [entry] = (await reads.requests(SESSION)).find(({ id }) => id === tonight.id)?.entries ?? []
  const until = entry?.deadlineOn ? formatDayLong(entry.deadlineOn) : 'no deadline'
  story.claim(
    'la réponse copiée dit le montant et le nouveau délai',
    pasted.startsWith('Bonjour') && pasted.includes(plain(FEE)) && pasted.includes(plain(until)),
    { pasted, until },
  )
}

/** The manager sits down at the same desk, adds the seat that lacked, and leaves it to the secretary. */
export async function oneSeatMore(visit: Visit, secretary: string, manager: string): Promise<void> {
  const { story, hands, reads, people, picture } = visit
  const offering = (await reads.offerings(SESSION)).find(({ id }) => id === people.stuck.entries[0]?.offeringId)
  if (!offering) throw new Error('no offering')
  await story.step('une place de plus, par la responsable', async () => {
    await hands.changePerson(secretary, manager)
    await hands.go('seats')
    await hands.addSeat(offering)
    await picture('places')
    await hands.changePerson(manager, secretary)
  })
  await story.step('la place de plus est donnée à qui attendait', async () => {
    await hands.go('requests')
    await hands.prevalidate(nameOf(people.stuck))
    await sendLater(visit)
  })
  const { first, second, third, later, unwanted, stuck } = people
  const accepted = await statusesAtDesk(reads, SESSION, [first, second, third, later, unwanted, stuck])
  story.claim(
    'le siège a accepté les pré-validations, le règlement, le refus et la place de plus',
    same(accepted, ['confirmed', 'prevalidated', 'prevalidated', 'requested', 'refused', 'prevalidated']),
    accepted,
  )
}

/** Every kind of space made plain. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ')
}
