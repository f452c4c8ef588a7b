import './siege.css'
import { type ReactNode, useEffect } from 'react'
import { PAGES } from '../../text/pages/frame.ts'
import { go, useAddress } from '../address.ts'
import { PageTitle } from '../frame/page-title.tsx'
import { Awaited } from '../frame/trouble.tsx'
import { UnknownPage } from '../frame/unknown-page.tsx'
import { Unread } from '../queries.ts'
import { DevicesScreen } from './devices-screen.tsx'
import { DuplicatesScreen } from './duplicates-screen.tsx'
import { MailsScreen } from './mails-screen.tsx'
import { MessagesScreen } from './messages-screen.tsx'
import { StaffFrame } from './staff-frame.tsx'
import { StaffPasswordScreen } from './staff-password-screen.tsx'
import { FIRST_SECTION, SECTION_PATHS, SIGN_IN_PATH } from './staff-paths.ts'
import { useStaffMe } from './staff-queries.ts'
import { StaffSignInScreen } from './staff-sign-in-screen.tsx'

const SECTION_SCREENS: Readonly<Record<string, () => ReactNode>> = {
  [SECTION_PATHS.duplicates]: DuplicatesScreen,
  [SECTION_PATHS.devices]: DevicesScreen,
  [SECTION_PATHS.mails]: MailsScreen,
  [SECTION_PATHS.messages]: MessagesScreen,
}

/** The pages of HQ's own staff. Loaded when somebody comes here: candidates do not download them. */
export function SiegePages() {
  const { path } = useAddress()
  const Section = SECTION_SCREENS[path]
  if (path === '/siege/mot-de-passe') return <Framed screen={<StaffPasswordScreen />} />
  if (path === SIGN_IN_PATH || Section) return <Signed path={path} section={Section ? <Section /> : null} />
  return <Framed screen={<UnknownPage />} />
}

/** Signed in, `/siege` leads to the first section; signed out, every section leads to `/siege`. */
function Signed({ path, section }: { path: string; section: ReactNode }) {
  const me = useStaffMe()
  const signedOut = me.error instanceof Unread && me.error.failure.code === 'not-signed-in'
  const signedIn = me.data !== undefined && !signedOut
  useEffect(() => {
    if (signedOut && path !== SIGN_IN_PATH) go(SIGN_IN_PATH, { replace: true })
    if (signedIn && path === SIGN_IN_PATH) go(FIRST_SECTION, { replace: true })
  }, [signedOut, signedIn, path])
  if (signedIn && section !== null) return <StaffFrame me={me.data}>{section}</StaffFrame>
  if (signedOut && path === SIGN_IN_PATH) return <Framed screen={<StaffSignInScreen />} />
  return (
    <Framed
      screen={
        <div className="narrow stack">
          <PageTitle said={PAGES.loading}>{PAGES.loading}</PageTitle>
          {me.error && !signedOut ? <Awaited error={me.error} retry={() => void me.refetch()} /> : null}
        </div>
      }
    />
  )
}

function Framed({ screen }: { screen: ReactNode }) {
  return <StaffFrame me={null}>{screen}</StaffFrame>
}
