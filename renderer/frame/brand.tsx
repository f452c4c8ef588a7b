import { FRAME } from '../../text/screens/frame.ts'

/** The product's name over the place it is used at. */
export function Brand({ place }: { place: string }) {
  return (
    <div className="brand">
      <i aria-hidden="true">P</i>
      <span>
        {FRAME.product}
        <small>{place}</small>
      </span>
    </div>
  )
}

/** « TAHITIPLUS · Papeete »; the town is not said twice. */
export function placeOf({ name, town }: { name: string; town: string }): string {
  return name.includes(town) ? name : `${name} · ${town}`
}

/** Two letters in a disc, beside the name that they abbreviate. */
export function Initials({ name }: { name: string }) {
  const words = name.split(/[\s-]+/).filter(Boolean)
  const letters = words.length > 1 ? `${words[0]?.[0] ?? ''}${words.at(-1)?.[0] ?? ''}` : name.slice(0, 2)
  return (
    <i className="initials" aria-hidden="true">
      {letters.toUpperCase()}
    </i>
  )
}
