import type { SittingRow } from '../../contract/desk.ts'

type Placed = Pick<SittingRow, 'heldOn' | 'startsAtLocal' | 'room' | 'minutes'>

/** The other sittings that are held in the same room while this one is. A room whose name is not known yet clashes with none. */
export function clashesOf<S extends SittingRow>(placed: Placed & { id: string | null }, sittings: readonly S[]): S[] {
  const room = sameRoom(placed.room)
  if (room === '') return []
  const [from, to] = spanOf(placed)
  return sittings.filter((other) => {
    if (other.id === placed.id || other.heldOn !== placed.heldOn || sameRoom(other.room) !== room) return false
    const [otherFrom, otherTo] = spanOf(other)
    return from < otherTo && otherFrom < to
  })
}

/** Two rooms are one, whatever the case, the accents and the spaces: they are typed. */
function sameRoom(room: string): string {
  return room
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** In minutes of the day; a sitting without a length still takes a moment. */
function spanOf({ startsAtLocal, minutes }: Pick<Placed, 'startsAtLocal' | 'minutes'>): [from: number, to: number] {
  const from = Number(startsAtLocal.slice(0, 2)) * 60 + Number(startsAtLocal.slice(3))
  return [from, from + Math.max(1, minutes)]
}
