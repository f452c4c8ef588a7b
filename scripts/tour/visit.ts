import type { DeskReads } from './desk-reads.ts'
import type { Hands } from './hands.ts'
import type { Keyboard } from './keyboard.ts'
import type { People } from './people.ts'
import type { Story } from './story.ts'

export const SESSION = '2027-01'

/** What each part of the morning works with. */
export type Visit = {
  story: Story
  keyboard: Keyboard
  hands: Hands
  reads: DeskReads
  people: People
  /** A picture of the window as it is. */
  picture: (name: string) => Promise<void>
}

/** Eleven seconds later, too late for any « Annuler »: all that was done here leaves, and HQ answers. */
export async function sendLater(visit: Visit): Promise<void> {
  visit.story.later(11)
  await sendAll(visit)
}

/** Exchanges, and waits until HQ has answered to all that was done here. Throws when it does not. */
export async function sendAll({ hands, reads }: Pick<Visit, 'hands' | 'reads'>): Promise<void> {
  await hands.exchange()
  for (let tries = 0; tries < 100; tries++) {
    const { toTransmit, trouble, syncing } = (await reads.state()).freshness
    if (toTransmit === 0 && trouble === null && !syncing) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`still to transmit: ${JSON.stringify((await reads.state()).freshness)}`)
}
