import type { SittingRow } from '../../contract/desk.ts'
import { formatDay } from '../../text/format.ts'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { CONVOCATIONS } from '../../text/screens/convocations.ts'
import { MONEY } from '../../text/screens/money.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { PRINT_PAPERS } from '../../text/screens/print-papers.ts'
import type { Hands } from './hands.ts'
import type { Keyboard } from './keyboard.ts'

/** What somebody does to hand out papers, by keys alone. Each resolves once the window has named the file. */
export function paperHandsOf(keyboard: Keyboard, hands: Hands) {
  const { page } = keyboard
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  /** Words that end by themselves, with the name of the file. */
  const made = (file: string) => page.locator('.toast', { hasText: file }).first().waitFor()
  const press = async (name: string | RegExp) => {
    await keyboard.tabTo(button(name).first())
    await keyboard.press('Enter')
  }
  const tab = async (name: string) => {
    // Of tabs, Tab reaches the one that is open, and arrows lead along them.
    await keyboard.tabTo(page.getByRole('tab', { selected: true }))
    await keyboard.press('Home')
    await page.getByRole('tab', { name: MONEY.tab.received, selected: true }).waitFor()
    while (!(await page.getByRole('tab', { name, selected: true }).isVisible())) await keyboard.press('ArrowRight')
  }

  return {
    /** From the file of somebody: each of these papers, as the menu calls it. */
    printFor: async (name: string, papers: readonly { label: string | RegExp; file: string }[]) => {
      await hands.call(name)
      await hands.answerCall(name)
      for (const { label, file } of papers) {
        await press(PRINT_PAPERS.menuOf(name))
        await keyboard.arrowTo(page.getByRole('menuitem', { name: label }))
        await keyboard.press('Enter')
        await made(file)
      }
      await keyboard.press('Escape')
      await page.getByRole('article', { name: CANDIDATE.page(name) }).waitFor({ state: 'detached' })
    },
    printRollCall: async ({ examCode, heldOn, startsAtLocal }: SittingRow) => {
      await press(PAPERS.rollCallOf(`${examCode}, ${formatDay(heldOn)} ${startsAtLocal.replace(':', '\u00a0h\u00a0')}`))
      await made('Appel-')
    },
    /** All that were never issued. */
    convene: async (due: number) => {
      await press(CONVOCATIONS.printDue(due, due))
      await made('Convocations-')
    },
    /** To the bank, with its slip. */
    depositCheque: async (payer: string, amount: string) => {
      await tab(MONEY.tab.cheques)
      await keyboard.tabTo(page.getByRole('checkbox', { name: CHEQUES.pickOne(payer, amount) }))
      await keyboard.press('Space')
      await press(CHEQUES.deposit)
      await press(CHEQUES.depositNow)
      await made('Remise-cheques-')
    },
    printCash: async () => {
      await tab(MONEY.tab.cash)
      await press(MONEY.cashSheet)
      await made('Caisse-')
    },
    /** A receipt with a mistake: a credit note, and the right receipt. */
    correctReceipt: async (number: string, reason: string) => {
      await tab(MONEY.tab.received)
      await press(PAYMENTS.correctOf(number))
      await keyboard.tabTo(page.getByRole('dialog').getByRole('textbox', { name: PAYMENTS.correctReason }))
      await keyboard.type(reason)
      await press(PAYMENTS.correctNow)
      await made('Recu-')
    },
    printCreditNote: async (number: string, receipt: string) => {
      await press(PAYMENTS.openCreditNote(number, receipt))
      await made(`Avoir-${number}`)
    },
  }
}
