import { memo, useEffect, useState } from 'react'
import type { DeskCounts } from '../../contract/desk-today.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { SHORTCUTS } from '../../text/screens/shortcuts.ts'
import { OverScreen } from '../candidate/over-screen.tsx'
import { RescueDialog } from '../exchanges/rescue-dialog.tsx'
import { useHelpHere } from '../help/help-context.ts'
import { SCREEN_PAGES } from '../help/screen-pages.ts'
import { PrintProvider } from '../papers/print-provider.tsx'
import { ReminderDialog } from '../requests/reminder-dialog.tsx'
import { SearchPalette } from '../search/search-palette.tsx'
import { useWornAppearance } from '../settings/appearance.ts'
import { listenToKeys } from '../shortcuts/board.ts'
import { ShortcutSheet } from '../shortcuts/shortcut-sheet.tsx'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Bands } from './bands.tsx'
import { goShortcuts } from './go-keys.ts'
import { OfficeProvider, type ReadyDesk, type Screen } from './office.tsx'
import { Rail, type RailCount } from './rail.tsx'
import { SCREEN_VIEWS } from './screen-views.ts'
import { TopBar } from './top-bar.tsx'
import { useOfficeState } from './use-office.ts'

/** What stays around every screen: the rail, the top bar, the session chosen, the keys that lead anywhere. */
export function Frame({ desk }: { desk: ReadyDesk }) {
  const { office, session, screen, go, chooseSession, counts, ...around } = useOfficeState(desk)
  const { candidate, closeCandidate, rescuing, setRescuing, reminded, setReminded } = around
  const [searching, setSearching] = useState(false)
  const [sheet, setSheet] = useState(false)
  useHelpHere(candidate === null ? SCREEN_PAGES[screen] : 'dossier')
  useWornAppearance()
  useEffect(() => listenToKeys(window), [])
  useShortcuts([
    ...goShortcuts(go),
    {
      ...{ keys: 'Ctrl+K', words: SHORTCUTS.search, group: SHORTCUTS.everywhere },
      run: office ? () => setSearching(true) : null,
    },
    { keys: 'F1', words: SHORTCUTS.help, group: SHORTCUTS.everywhere, run: null },
    { keys: '?', words: SHORTCUTS.thisSheet, group: SHORTCUTS.everywhere, run: () => setSheet(true) },
  ])
  return (
    <div className="app">
      <button type="button" className="skip" onClick={focusContent}>
        {FRAME.skipToContent}
      </button>
      <Rail
        desk={desk}
        screen={screen}
        counts={railCounts(desk, counts)}
        go={go}
        openRescue={() => setRescuing(true)}
      />
      <TopBar
        desk={desk}
        session={session}
        openSearch={office ? () => setSearching(true) : null}
        chooseSession={chooseSession}
        openShortcuts={() => setSheet(true)}
      />
      <Bands freshness={desk.freshness} timeZone={desk.centre.timeZone} />
      <main id="content" tabIndex={-1}>
        {office ? (
          <OfficeProvider value={office}>
            <PrintProvider>
              <OverScreen candidate={candidate} screen={screen} close={closeCandidate}>
                <CurrentScreen screen={screen} />
              </OverScreen>
              {searching ? <SearchPalette onClose={() => setSearching(false)} /> : null}
              {reminded.length > 0 ? <ReminderDialog reminded={reminded} onClose={() => setReminded([])} /> : null}
            </PrintProvider>
          </OfficeProvider>
        ) : (
          <EmptyState icon="requests" title={FRAME.noSessionTitle} text={FRAME.noSessionText} />
        )}
      </main>
      {rescuing ? <RescueDialog desk={desk} onClose={() => setRescuing(false)} /> : null}
      {sheet ? <ShortcutSheet onClose={() => setSheet(false)} /> : null}
    </div>
  )
}

/** Drawn again for what it reads itself, never for what opens or ends around it. */
const CurrentScreen = memo(function CurrentScreen({ screen }: { screen: Screen }) {
  const View = SCREEN_VIEWS[screen]
  return <View />
})

function railCounts(
  { freshness: { toReview } }: ReadyDesk,
  counts: DeskCounts | null,
): Partial<Record<Screen, RailCount>> {
  const { today, waiting } = counts ?? { today: 0, waiting: 0 }
  return {
    ...(today > 0 && { today: { count: today, words: FRAME.thingsWaiting(today) } }),
    ...(waiting > 0 && { requests: { count: waiting, words: FRAME.waiting(waiting) } }),
    ...(toReview > 0 && { review: { count: toReview, words: FRAME.toReview(toReview) } }),
  }
}

function focusContent(): void {
  document.getElementById('content')?.focus()
}
