import type { Chance } from './chance.ts'
import type { Day } from './day.ts'
import type { Desk } from './desk.ts'
import type { Event, EventKind } from './plan.ts'

/** What an event does to the day. What cannot happen as things stand does not. */
export type Happening = (day: Day, desk: Desk, chance: Chance, event: Event) => Promise<void>

export type Happenings<K extends EventKind> = { readonly [_ in K]: Happening }
