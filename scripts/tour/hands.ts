import type { OfferingRow, SittingRow } from '../../contract/desk.ts'
import { REASONS_TO_REFUSE } from '../../domain/entry.ts'
import { formatDay } from '../../text/format.ts'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REFUSE } from '../../text/screens/refuse.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { SEARCH } from '../../text/screens/search.ts'
import { SEATS } from '../../text/screens/seats.ts'
import { START } from '../../text/screens/start.ts'
import { TODAY } from '../../text/screens/today.ts'
import type { Keyboard } from './keyboard.ts'

/** Alt and the place in the rail leads there, even from a field where a letter would be typed. */
const PLACES = {
  ...{ today: 1, requests: 2, seats: 3, session: 4, payments: 5, papers: 6, review: 7, exchanges: 8, settings: 9 },
} as const

/** What somebody does at the desk in a morning, by keys alone. Each resolves once the window has said that it is done. */
export function handsOf(keyboard: Keyboard) {
  const { page } = keyboard
  const dialog = page.getByRole('dialog')
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const said = (words: string | RegExp) => page.getByText(words).first().waitFor()
  const closed = () => dialog.waitFor({ state: 'detached' })

  const sitDown = async (name: string) => {
    await page.getByRole('heading', { name: START.who }).waitFor()
    await keyboard.tabTo(button(name))
    await keyboard.press('Enter')
    await page.getByRole('navigation', { name: FRAME.screens }).waitFor()
  }
  const go = async (screen: keyof typeof PLACES) => {
    await keyboard.press(`Alt+${PLACES[screen]}`)
    // Aujourd'hui is headed by its date.
    if (screen === 'today') await page.getByRole('heading', { name: TODAY.requests }).waitFor()
    else await page.getByRole('heading', { name: FRAME[screen], level: 1 }).waitFor()
  }
  /** To somebody's line in Demandes. */
  const lineOf = async (name: string) => {
    await page.getByRole('grid', { name: REQUESTS.table }).waitFor()
    await keyboard.lineTo(name)
  }

  return {
    sitDown,
    go,
    lineOf,

    changePerson: async (from: string, to: string) => {
      await keyboard.tabTo(button(from))
      await keyboard.press('Enter')
      await keyboard.arrowTo(page.getByRole('menuitem', { name: FRAME.changeOperator }))
      await keyboard.press('Enter')
      await sitDown(to)
    },

    exchange: async () => {
      await keyboard.tabTo(button(FRAME.exchangeNow))
      await keyboard.press('Enter')
      await button(FRAME.exchangeNow).waitFor()
    },

    /** R on somebody's line in Aujourd'hui. */
    remind: async (name: string) => {
      await keyboard.lineTo(name)
      await keyboard.press('r')
      await said(REQUESTS.doneFor(TODAY.reminded, name))
    },

    startExtending: async (name: string, reason: string) => {
      await keyboard.lineTo(name)
      await keyboard.press('p')
      await keyboard.tabTo(dialog.getByRole('textbox', { name: ACTS.reason }))
      await keyboard.type(reason)
    },
    extend: async () => {
      await keyboard.tabTo(dialog.getByRole('button', { name: ACTS.extendNow, exact: true }))
      await keyboard.press('Enter')
      await closed()
    },

    filterState: async (name: string) => {
      const chip = page
        .getByRole('group', { name: REQUESTS.filters })
        .getByRole('button', { name: new RegExp(`^${name}`) })
      await keyboard.tabTo(chip)
      await keyboard.press('Enter')
      await chip.and(page.locator('[aria-pressed=true]')).waitFor()
    },
    filterExam: async (code: string) => {
      await keyboard.tabTo(button(new RegExp(`^${REQUESTS.exam}\\s*:`)))
      await keyboard.press('Enter')
      await keyboard.arrowTo(page.getByRole('option', { name: code, exact: true }))
      await keyboard.press('Enter')
      await button(REQUESTS.removeFilter(REQUESTS.exam)).waitFor()
    },

    /** Ticks them one after the other. @returns what the bar says would happen */
    select: async (names: readonly string[]): Promise<string> => {
      for (const name of names) {
        await lineOf(name)
        await keyboard.press('Space')
      }
      const bar = page.getByRole('region', { name: REQUESTS.selection })
      await bar
        .and(page.locator('[aria-busy=false]'))
        .filter({ hasText: REQUESTS.selected(names.length) })
        .waitFor()
      return (await bar.getByRole('status').textContent()) ?? ''
    },
    prevalidateSelected: async (possible: number) => {
      await keyboard.press('v')
      await said(REQUESTS.prevalidated(possible))
    },
    prevalidate: async (name: string) => {
      await lineOf(name)
      await keyboard.press('v')
      await said(REQUESTS.doneFor(REQUESTS.prevalidated(1), name))
    },
    undoLast: async () => {
      await keyboard.tabTo(page.getByRole('button', { name: REQUESTS.undo, exact: true }).last())
      await keyboard.press('Enter')
      await said(REQUESTS.undone)
    },

    /** @returns the mail as it would be sent */
    startRefusing: async (name: string, reason: (typeof REASONS_TO_REFUSE)[number]): Promise<string> => {
      await lineOf(name)
      await keyboard.press('x')
      await dialog.waitFor()
      await keyboard.press(String(REASONS_TO_REFUSE.indexOf(reason) + 1))
      return (await dialog.getByRole('article', { name: REFUSE.preview }).textContent()) ?? ''
    },
    refuse: async (name: string) => {
      await keyboard.press('Control+Enter')
      await said(REQUESTS.doneFor(REQUESTS.refusedDone(1), name))
      await closed()
    },

    startCollecting: async (name: string, reference: string) => {
      await lineOf(name)
      await keyboard.press('e')
      await keyboard.tabTo(dialog.getByRole('textbox', { name: CHEQUES.number }))
      await keyboard.type(reference)
    },
    collect: async (amount: string) => {
      await keyboard.tabTo(dialog.getByRole('button', { name: PAYMENTS.takeAmount(amount) }))
      await keyboard.press('Enter')
      await said(PAYMENTS.takenWithReceipt(amount))
      await closed()
    },

    /** Ctrl+K and three letters, then the arrows where several people share them. */
    call: async (name: string) => {
      await keyboard.press('Control+k')
      await page.getByRole('combobox', { name: SEARCH.title }).waitFor()
      await keyboard.type((/\p{L}{3}/u.exec(name) ?? [name])[0])
      await keyboard.arrowTo(page.getByRole('option').filter({ hasText: name }).first())
    },
    answerCall: async (name: string) => {
      await keyboard.press('Enter')
      await page.getByRole('article', { name: CANDIDATE.page(name) }).waitFor()
    },
    /** In the field of notes, where N leads and where the reply was just pasted. */
    startNote: async (text: string) => {
      await keyboard.tabTo(page.getByRole('textbox', { name: CANDIDATE.noteText }))
      await keyboard.type(text)
    },
    noteCall: async () => {
      await keyboard.press('Control+Enter')
      await said(CANDIDATE.noteSaved)
    },
    /** Copies the reply that is ready. @returns it as it comes out where it is pasted */
    copyReply: async (): Promise<string> => {
      await keyboard.press('c')
      await button(CANDIDATE.copied).waitFor()
      await keyboard.press('n', 'Control+v')
      const pasted = await page.getByRole('textbox', { name: CANDIDATE.noteText }).inputValue()
      await keyboard.press('Control+a', 'Delete')
      return pasted
    },

    /** One seat more, typed in place with an arrow. */
    addSeat: async ({ software, seats }: OfferingRow) => {
      const label = software.join(', ') || SEATS.noSoftware
      await keyboard.tabTo(page.getByRole('textbox', { name: `${SEATS.seats} ${label}`, exact: true }))
      await keyboard.press('ArrowUp', 'Enter')
      await said(SEATS.saved(label, seats + 1))
    },

    printSheet: async (sitting: SittingRow, version: number) => {
      await keyboard.tabTo(button(sheetOf(sitting)))
      await keyboard.press('Enter')
      const line = page.getByRole('row').filter({ has: button(sheetOf(sitting)) })
      await line.getByText(PAPERS.version(version)).waitFor()
    },
  }
}

export type Hands = ReturnType<typeof handsOf>

/** As its button is called. */
function sheetOf({ examCode, heldOn, startsAtLocal }: SittingRow): string {
  return PAPERS.sheetOf(`${examCode}, ${formatDay(heldOn)} ${startsAtLocal.replace(':', '\u00a0h\u00a0')}`)
}
