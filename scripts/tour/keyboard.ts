import type { Locator, Page } from 'playwright'

/** As many stops as any screen has between two of its places. */
const MOST_STOPS = 150

/** The keyboard of one window, and nothing else: no element is clicked, filled or given the focus by anything but keys. */
export class Keyboard {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  /** From now on every event of a pointer that reaches the window is counted. */
  static async of(page: Page): Promise<Keyboard> {
    await page.evaluate((kinds) => {
      const window = globalThis as unknown as { pointerEvents: number }
      window.pointerEvents = 0
      for (const kind of kinds) addEventListener(kind, () => window.pointerEvents++, { capture: true, passive: true })
    }, POINTER_EVENTS)
    return new Keyboard(page)
  }

  /** Null when the window was loaded again since, and the count lost. */
  async pointerEvents(): Promise<number | null> {
    return await this.page.evaluate(() => (globalThis as { pointerEvents?: number }).pointerEvents ?? null)
  }

  /** One after the other: `Enter`, `Control+k`, `j`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** By Tab, or Maj Tab where it stands before: stop after stop, as one does it. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor()
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      const way = await target.evaluate((element) => {
        const here = document.activeElement ?? document.body
        if (here === element) return null
        // The page itself holds the element: it is reached forward.
        const isAfter = element.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING
        return isAfter ? 'Shift+Tab' : 'Tab'
      })
      if (way === null) return
      await this.press(way)
    }
    throw new Error(`no way by keyboard to ${target}`)
  }

  /** In a list that is open: arrow after arrow. */
  async arrowTo(option: Locator): Promise<void> {
    await option.waitFor()
    await this.#until('ArrowDown', () =>
      option.evaluate((one) => one === document.activeElement || one.matches('[role=option][aria-selected=true]')),
    )
  }

  /** From the first line of the screen down, until the keyboard is on the one that says these words. */
  async lineTo(words: string): Promise<void> {
    // J comes to the lines, wherever the keyboard was.
    await this.press('j', 'Home')
    await this.#until('j', () =>
      this.page.evaluate((said) => {
        const { activeElement: line } = document
        return line?.matches('tr') === true && (line.textContent ?? '').includes(said)
      }, words),
    )
  }

  async #until(key: string, isThere: () => Promise<boolean>): Promise<void> {
    for (let presses = 0; presses < MOST_STOPS; presses++) {
      if (await isThere()) return
      await this.press(key)
    }
    throw new Error(`${key} never leads there`)
  }
}

const POINTER_EVENTS = ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel', 'dblclick']
