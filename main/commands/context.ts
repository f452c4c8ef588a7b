import type { Operator } from '../../domain/catalogue.ts'
import { uuidV7 } from '../../domain/ids.ts'
import type { Clock } from '../../domain/time.ts'

/** What a click brings with it besides its arguments. */
export type ClickContext = {
  clock: Clock
  random: (bytes: number) => Uint8Array
  deviceId: string
  /** This PC's receipt series. */
  series: string
  centreId: string
  operator: Operator
}

export function newId({ clock, random }: Pick<ClickContext, 'clock' | 'random'>): string {
  return uuidV7(clock.now(), random(16))
}
