import type { Page } from 'playwright'
import { NO_FILTERS } from '../../contract/choices.ts'
import type {
  DeskState,
  DocumentRow,
  OfferingRow,
  PaymentRow,
  RequestRow,
  ReviewRow,
  SittingRow,
} from '../../contract/desk.ts'
import type { Api, CallName, Input, Output } from '../../contract/ipc.ts'
import { MOST_ROWS } from '../../contract/limits.ts'

/** What the window itself is told, to judge what it shows: read through the same door. */
export class DeskReads {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  state = (): Promise<DeskState> => this.ask('desk.state', {})
  /** All of a session, oldest first. */
  requests = async (sessionId: string): Promise<RequestRow[]> => {
    const query = { sessionId, filters: NO_FILTERS, sort: [], held: [], count: MOST_ROWS }
    const rows: RequestRow[] = []
    for (let total = 1; rows.length < total; ) {
      const page = await this.ask('request.page', { ...query, from: rows.length })
      rows.push(...page.rows)
      total = page.rows.length > 0 ? page.total : 0
    }
    return rows
  }
  offerings = (sessionId: string): Promise<OfferingRow[]> => this.ask('offering.list', { sessionId })
  payments = (sessionId: string): Promise<PaymentRow[]> => this.ask('payment.list', { sessionId })
  documents = (sessionId: string): Promise<DocumentRow[]> => this.ask('document.list', { sessionId })
  sittings = (sessionId: string): Promise<SittingRow[]> => this.ask('sitting.list', { sessionId })
  reviews = (): Promise<ReviewRow[]> => this.ask('review.list', {})

  /** Any call of the window. */
  async ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
    // Crosses into the page as JSON: Playwright's own argument types would unfold the whole contract.
    const asked = JSON.stringify({ name, input })
    return (await this.page.evaluate((text) => {
      const { name, input } = JSON.parse(text)
      return (globalThis as unknown as { api: Api }).api.call(name, input)
    }, asked)) as Output<N>
  }
}
