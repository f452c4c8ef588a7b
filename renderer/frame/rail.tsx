import { Icon } from '../../kit/icons.tsx'
import { FRAME } from '../../text/screens/frame.ts'
import { Brand, placeOf } from './brand.tsx'
import { FreshnessLine } from './freshness-line.tsx'
import { type ReadyDesk, SCREENS, type Screen } from './office.tsx'

/** How much waits behind a line of the rail, and the same in words for who cannot see where it stands. */
export type RailCount = { count: number; words: string }

type RailProps = {
  desk: ReadyDesk
  screen: Screen
  /** Only of screens where something waits for somebody. */
  counts: Readonly<Partial<Record<Screen, RailCount>>>
  go: (screen: Screen) => void
  openRescue: () => void
}

/** Every screen, with a count on those that wait for someone. */
export function Rail({ desk, screen, counts, go, openRescue }: RailProps) {
  return (
    <nav className="rail" aria-label={FRAME.screens}>
      <Brand place={placeOf(desk.centre)} />
      <ul>
        {SCREENS.map((name) => (
          <RailLine key={name} name={name} current={name === screen} count={counts[name]} go={go} />
        ))}
      </ul>
      <FreshnessLine
        freshness={desk.freshness}
        timeZone={desk.centre.timeZone}
        now={desk.now}
        go={go}
        openRescue={openRescue}
      />
    </nav>
  )
}

type RailLineProps = { name: Screen; current: boolean; count: RailCount | undefined; go: (screen: Screen) => void }

function RailLine({ name, current, count, go }: RailLineProps) {
  return (
    <li className={name === 'review' ? 'apart' : ''}>
      <a
        href={`#${name}`}
        aria-current={current ? 'page' : undefined}
        className={name === 'review' && count ? 'hot' : ''}
        title={FRAME[name]}
        onClick={(event) => {
          event.preventDefault()
          go(name)
        }}
      >
        <Icon name={name} size={17} />
        <span className="name">{FRAME[name]}</span>
        {count ? (
          <>
            <b aria-hidden="true">{count.count}</b>
            <span className="visually-hidden">{count.words}</span>
          </>
        ) : null}
      </a>
    </li>
  )
}
