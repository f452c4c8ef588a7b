import type { OfferingRow } from '../../contract/desk.ts'
import type { Role } from '../../domain/catalogue.ts'
import { DeskReads } from '../../scripts/tour/desk-reads.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { SEATS } from '../../text/screens/seats.ts'
import { START } from '../../text/screens/start.ts'

/** The hands of somebody with a mouse: everything is done by clicking and typing in the window, by the words that are on it. */
export class Secretary extends DeskReads {
  async sitDown(name: string): Promise<void> {
    await this.page.getByRole('heading', { name: START.who }).waitFor()
    await this.page.getByRole('button', { name }).click()
    await this.go('requests')
    await this.page.getByRole('grid', { name: REQUESTS.table }).waitFor()
  }

  /** Sits down as the first person of that role. */
  async sitDownAs(role: Role): Promise<void> {
    await this.page.getByRole('heading', { name: START.who }).waitFor()
    const name = (await this.state()).operators.find((one) => one.role === role)?.name
    if (!name) throw new Error(`no ${role} in this centre`)
    await this.sitDown(name)
  }

  /** Types a number of seats in place, as the manager does. */
  async setSeats({ examCode, software }: OfferingRow, seats: number): Promise<void> {
    const label = software.join(', ') || SEATS.noSoftware
    const exam = this.page.getByRole('region').filter({ hasText: examCode })
    const field = exam.getByRole('textbox', { name: `${SEATS.seats} ${label}`, exact: true })
    await field.fill(String(seats))
    await field.press('Enter')
    await this.page.getByText(SEATS.saved(label, seats)).waitFor()
  }

  async go(screen: 'requests' | 'seats' | 'session' | 'payments' | 'papers' | 'review' | 'exchanges'): Promise<void> {
    await this.page.getByRole('navigation', { name: FRAME.screens }).getByText(FRAME[screen], { exact: true }).click()
    await this.page.getByRole('heading', { name: FRAME[screen], level: 1 }).waitFor()
  }

  async exchange(): Promise<void> {
    await this.page.getByRole('button', { name: FRAME.exchangeNow }).click()
    await this.page.getByRole('button', { name: FRAME.exchangeNow }).waitFor()
  }

  async filter(name: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  }

  async prevalidateTogether(people: readonly string[]): Promise<void> {
    for (const person of people)
      await this.page.getByRole('checkbox', { name: REQUESTS.select(person) }).check({ force: true })
    const bar = this.page.getByRole('region', { name: REQUESTS.selection })
    await bar.getByRole('button', { name: REQUESTS.prevalidateMany(people.length) }).click()
    await this.page.getByText(REQUESTS.prevalidated(people.length)).waitFor()
  }

  async open(person: string): Promise<void> {
    await this.page
      .getByRole('row', { name: new RegExp(person.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) })
      .getByRole('rowheader')
      .click()
    await this.#file(person).waitFor()
  }

  async close(person: string): Promise<void> {
    await this.#file(person).getByRole('button', { name: FILE.close }).click()
  }

  async prevalidate(person: string): Promise<void> {
    await this.open(person)
    await this.#file(person).getByRole('button', { name: REQUESTS.prevalidate, exact: true }).click()
    await this.page.getByText(REQUESTS.doneFor(REQUESTS.prevalidated(1), person)).waitFor()
  }

  async startRefusing(person: string): Promise<void> {
    await this.open(person)
    await this.#file(person).getByRole('button', { name: REQUESTS.refuse }).click()
    await this.page.getByRole('dialog').waitFor()
  }

  async refuseFor(reason: string): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('radio', { name: reason }).check({ force: true })
    await dialog.getByRole('button', { name: REQUESTS.refuseNow, exact: true }).click()
    await this.page.getByText(REQUESTS.refusedDone(1)).waitFor()
  }

  async startCollecting(person: string, reference: string): Promise<void> {
    await this.open(person)
    await this.#file(person).getByRole('button', { name: FILE.collect }).click()
    await this.page.getByRole('dialog').getByRole('textbox', { name: CHEQUES.number }).fill(reference)
  }

  async collect(amount: string): Promise<void> {
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: PAYMENTS.takeAmount(amount) })
      .click()
    await this.page.getByText(PAYMENTS.takenWithReceipt(amount)).waitFor()
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  #file(person: string) {
    return this.page.getByRole('complementary', { name: FILE.aside(person) })
  }
}
