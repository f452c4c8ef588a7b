import { formatDay } from '../../text/format.ts'
import { ATTENDANCE, sayAttendance } from '../../text/screens/attendance.ts'
import { SESSION, sendLater, type Visit } from './visit.ts'

const DAY_SECONDS = 24 * 3600

/** The day after the first sitting: who came is noted from the signed sheet, and one of them is handed an attestation. */
export async function afterExam(visit: Visit): Promise<void> {
  const { story, keyboard, hands, reads, picture } = visit
  const { page } = keyboard
  const [sitting] = (await reads.sittings(SESSION)).filter(({ confirmed }) => confirmed >= 2)
  if (!sitting) throw new Error('no sitting of two people')
  await story.step('huit semaines plus tard : les présences, et une attestation', async () => {
    story.later(Math.ceil((Date.parse(sitting.heldOn) - Date.parse(story.now)) / 1000) + DAY_SECONDS)
    await hands.exchange()
    await hands.go('session')
    const { examCode, software, heldOn, confirmed } = sitting
    const named = `${examCode} ${software.join(', ')}, ${formatDay(heldOn)}`
    await keyboard.tabTo(page.getByRole('button', { name: ATTENDANCE.openOf(named) }).first())
    await keyboard.press('Enter')
    const rows = page.getByRole('table', { name: ATTENDANCE.table }).getByRole('row')
    // The first row is the head.
    await keyboard.tabTo(rows.nth(1))
    await keyboard.press('p', 'ArrowDown', 'a')
    await page.getByText(sayAttendance({ present: 1, absent: 1, total: confirmed })).waitFor()
    await keyboard.tabTo(page.getByRole('button', { name: ATTENDANCE.printDue(1), exact: true }))
    await keyboard.press('Enter')
    await page.locator('.toast', { hasText: 'Attestation-presence-' }).first().waitFor()
    await picture('presences')
    const noted = (await reads.sittings(SESSION)).find(({ id }) => id === sitting.id)
    story.claim(
      'une personne est notée présente, une absente, les autres ni l’un ni l’autre',
      noted?.present === 1 && noted.absent === 1,
      noted,
    )
    await sendLater(visit)
  })
}
