import { useState } from 'react'
import { STAFF, STAFF_PASSWORD } from '../../text/pages/siege.ts'
import { useAddress } from '../address.ts'
import { ChoosePassword } from '../form/choose-password.tsx'
import { OutcomeScreen } from '../frame/outcome-screen.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { SIGN_IN_PATH } from './staff-paths.ts'

const DONE = {
  title: STAFF_PASSWORD.doneTitle,
  said: STAFF.said(STAFF_PASSWORD.doneTitle),
  text: STAFF_PASSWORD.done,
  to: SIGN_IN_PATH,
  link: STAFF_PASSWORD.signIn,
}

/** The link of the command line. */
export function StaffPasswordScreen() {
  const token = useAddress().query.get('jeton') ?? ''
  const [done, setDone] = useState(false)
  if (done) return <OutcomeScreen {...DONE} />
  return (
    <div className="narrow stack">
      <PageTitle said={STAFF.said(STAFF_PASSWORD.title)}>{STAFF_PASSWORD.title}</PageTitle>
      <ChoosePassword {...{ path: 'siege/reset', token, words: STAFF_PASSWORD }} onDone={() => setDone(true)} />
    </div>
  )
}
