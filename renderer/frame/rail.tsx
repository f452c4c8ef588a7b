import { Icon } from '../../kit/icons.tsx'
import { FRAME } from '../../text/screens/frame.ts'
import { Brand, placeOf } from './brand.tsx'
import { FreshnessLine } from './freshness-line.tsx'
import { type ReadyDesk, SCREENS, type Screen } from './office.tsx'

type RailProps = {
  desk: ReadyDesk
  screen: Screen
  waiting: number
  go: (screen: Screen) => void
  openRescue: () => void
}

/** The screens that exist, with a count on those that wait for someone. */
export function Rail({ desk, screen, waiting, go, openRescue }: RailProps) {
  const { toReview } = desk.freshness
  const counts: Partial<Record<Screen, { count: number; words: string }>> = {
    ...(waiting > 0 && { requests: { count: waiting, words: FRAME.waiting(waiting) } }),
    ...(toReview > 0 && { review: { count: toReview, words: FRAME.toReview(toReview) } }),
  }
  return (
    <nav className="rail" aria-label={FRAME.screens}>
      <Brand place={placeOf(desk.centre)} />
      <ul>
        {SCREENS.map((name) => (
          <li key={name} className={name === 'review' ? 'apart' : ''}>
            <a
              href={`#${name}`}
              aria-current={name === screen ? 'page' : undefined}
              className={name === 'review' && toReview > 0 ? 'hot' : ''}
              title={FRAME[name]}
              onClick={(event) => {
                event.preventDefault()
                go(name)
              }}
            >
              <Icon name={name} size={17} />
              <span className="name">{FRAME[name]}</span>
              {counts[name] ? (
                <>
                  <b aria-hidden="true">{counts[name].count}</b>
                  <span className="visually-hidden">{counts[name].words}</span>
                </>
              ) : null}
            </a>
          </li>
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
