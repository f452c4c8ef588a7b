import { STAFF, STAFF_SIGN_IN } from '../../text/pages/siege.ts'
import { SignInForm } from '../form/sign-in-form.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { queryClient } from '../queries.ts'
import { STAFF_KEY } from './staff-queries.ts'

const LOGIN = { name: 'email', label: STAFF_SIGN_IN.email, missing: STAFF_SIGN_IN.emailMissing } as const

/** Signed in, the pages lead on by themselves. */
export function StaffSignInScreen() {
  return (
    <div className="narrow stack">
      <PageTitle said={STAFF.said(STAFF_SIGN_IN.submit)}>{STAFF_SIGN_IN.title}</PageTitle>
      <SignInForm
        path="siege/sign-in"
        login={LOGIN}
        words={STAFF_SIGN_IN}
        onDone={() => queryClient.resetQueries({ queryKey: [STAFF_KEY] })}
      />
      <p className="muted">{STAFF_SIGN_IN.lost}</p>
    </div>
  )
}
