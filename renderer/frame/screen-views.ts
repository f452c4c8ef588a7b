import { ExchangesScreen } from '../exchanges/exchanges-screen.tsx'
import { PapersScreen } from '../papers/papers-screen.tsx'
import { PaymentsScreen } from '../payments/payments-screen.tsx'
import { RequestsScreen } from '../requests/requests-screen.tsx'
import { ReviewScreen } from '../review/review-screen.tsx'
import { SeatsScreen } from '../seats/seats-screen.tsx'
import { SessionScreen } from '../session/session-screen.tsx'
import { SettingsScreen } from '../settings/settings-screen.tsx'
import { TodayScreen } from '../today/today-screen.tsx'
import type { Screen } from './office.tsx'

/** What each line of the rail shows. */
export const SCREEN_VIEWS: Readonly<Record<Screen, () => React.JSX.Element>> = {
  today: TodayScreen,
  requests: RequestsScreen,
  seats: SeatsScreen,
  session: SessionScreen,
  payments: PaymentsScreen,
  papers: PapersScreen,
  review: ReviewScreen,
  exchanges: ExchangesScreen,
  settings: SettingsScreen,
}
