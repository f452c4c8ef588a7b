import type { RecentCandidate, RecentList } from '../../contract/desk-candidate.ts'
import type { FoundCandidate, SearchAnswer } from '../../contract/desk-lists.ts'
import { plainWords } from '../../domain/plain-text.ts'
import { Icon } from '../../kit/icons.tsx'
import type { PaletteGroup, PaletteItem } from '../../kit/palette.tsx'
import { formatDayTimeFrom, formatMoney } from '../../text/format.ts'
import { FRAME } from '../../text/screens/frame.ts'
import type { HelpPage } from '../../text/screens/help.ts'
import { SEARCH } from '../../text/screens/search.ts'
import { type Office, SCREENS } from '../frame/office.tsx'
import { placeOf, type Searchable, searchGuide } from '../help/search-guide.ts'
import { FoundLine, PersonLine } from './candidate-line.tsx'
import { MarkedText } from './marked-text.tsx'

const MOST_PAGES = 3

/** What was found of people, payers and receipts, each leading where it is looked at. */
export function foundGroups(answer: SearchAnswer, typed: string, office: Office): PaletteGroup[] {
  const { candidates, moreCandidates, organisations, receipts } = answer
  const title = moreCandidates > 0 ? `${SEARCH.candidates} · ${SEARCH.more(moreCandidates)}` : SEARCH.candidates
  return [
    { id: 'candidates', title, items: candidates.map((found) => candidateItem(found, typed, office)) },
    {
      id: 'organisations',
      title: SEARCH.organisations,
      items: organisations.map(({ id, name, requests }) => ({
        id: `organisation-${id}`,
        content: (
          <>
            <MarkedLine text={name} typed={typed} sub={SEARCH.requestsOf(requests)} />
            <span className="state sub">{SEARCH.inList}</span>
          </>
        ),
        choose: () => office.openRequests({ payer: id, state: 'all' }),
      })),
    },
    {
      id: 'receipts',
      title: SEARCH.receipts,
      items: receipts.map(({ id, number, payerName, amount, currency, issuedAt, requestId, sessionId }) => ({
        id: `receipt-${id}`,
        content: (
          <>
            <MarkedLine text={number} typed={typed} sub={payerName} />
            <span className="state">
              {formatMoney(amount, currency === 'XPF' ? 'XPF' : 'EUR')}
              <span className="sub">{formatDayTimeFrom(issuedAt, office.desk.now, office.desk.centre.timeZone)}</span>
            </span>
          </>
        ),
        choose: () => (requestId === null ? office.go('payments') : office.openRequest(requestId, sessionId)),
      })),
    },
  ]
}

function candidateItem(found: FoundCandidate, typed: string, office: Office): PaletteItem {
  const { candidate, requests } = found
  const [first] = requests
  return {
    id: `candidate-${candidate.id}`,
    content: <FoundLine found={found} typed={typed} />,
    choose: (aside) =>
      aside && first ? office.openRequest(first.id, first.sessionId) : office.openCandidate(candidate.id),
  }
}

/** Before anything is typed: those opened last, those in touch today. */
export function recentGroups({ opened, today }: RecentList, office: Office): PaletteGroup[] {
  const { timeZone } = office.desk.centre
  const item = ({ candidate, lastNote }: RecentCandidate): PaletteItem => ({
    id: `candidate-${candidate.id}`,
    content: (
      <>
        <PersonLine candidate={candidate} typed="" />
        <span className="state sub">
          {lastNote ? SEARCH.lastNote(lastNote.means, lastNote.at, timeZone, lastNote.by) : ''}
        </span>
      </>
    ),
    choose: () => office.openCandidate(candidate.id),
  })
  return [
    { id: 'opened', title: SEARCH.opened, items: opened.map(item) },
    { id: 'today', title: SEARCH.today, items: today.map(item) },
  ]
}

/** Screens by their French name. */
export function screenGroup(typed: string, office: Office): PaletteGroup {
  const words = plainWords(typed)
  const fits = (name: string) => {
    const parts = plainWords(name)
    return words.length > 0 && words.every((word) => parts.some((part) => part.startsWith(word)))
  }
  return {
    id: 'screens',
    title: SEARCH.goTo,
    items: SCREENS.filter((screen) => fits(FRAME[screen])).map((screen) => ({
      id: `screen-${screen}`,
      content: (
        <>
          <Icon name={screen} />
          <MarkedLine text={FRAME[screen]} typed={typed} />
        </>
      ),
      choose: () => office.go(screen),
    })),
  }
}

/** Pages of the guide that speak of it. */
export function helpGroup(typed: string, guide: Searchable, open: (page: HelpPage) => void): PaletteGroup {
  const found = typed.trim().length < 3 ? [] : searchGuide(guide, typed).slice(0, MOST_PAGES)
  return {
    id: 'help',
    title: SEARCH.help,
    items: found.flatMap((one) => {
      const place = placeOf(one)
      if (!place) return []
      return {
        id: `help-${place.page}`,
        content: (
          <>
            <Icon name="help" />
            <MarkedLine text={one.page.title} typed={typed} sub={one.section.id ? one.section.title : ''} />
          </>
        ),
        choose: () => open(place.page),
      }
    }),
  }
}

function MarkedLine({ text, typed, sub = '' }: { text: string; typed: string; sub?: string }) {
  return (
    <span className="person">
      <b>
        <MarkedText text={text} typed={typed} />
      </b>
      {sub ? <span className="sub">{sub}</span> : null}
    </span>
  )
}
