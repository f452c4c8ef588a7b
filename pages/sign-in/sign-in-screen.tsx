import { useEffect } from 'react'
import { SIGN_IN } from '../../text/pages/account.ts'
import { go, useAddress } from '../address.ts'
import { SignInForm } from '../form/sign-in-form.tsx'
import { PageLink } from '../frame/page-link.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { queryClient, useMe } from '../queries.ts'
import { afterSignIn } from './ask-to-sign-in.ts'

const LOGIN = { name: 'login', label: SIGN_IN.login, hint: SIGN_IN.loginHint, missing: SIGN_IN.loginMissing } as const

/** With the NUC or the confirmed address. Whoever is signed in already goes straight to where they were going. */
export function SignInScreen() {
  const me = useMe()
  const { state } = useAddress()
  const to = afterSignIn(state)
  const signedIn = me.data !== undefined
  useEffect(() => {
    if (signedIn) go(to, { replace: true })
  }, [signedIn, to])
  const onDone = () => {
    // What was read as nobody, or as somebody else, is not this person's.
    queryClient.removeQueries({ queryKey: ['me'] })
    go(to, { replace: true })
  }
  return (
    <div className="narrow stack">
      <PageTitle said={SIGN_IN.title}>{SIGN_IN.title}</PageTitle>
      <SignInForm path="sign-in" login={LOGIN} words={SIGN_IN} onDone={onDone}>
        <PageLink to="/oubli">{SIGN_IN.lost}</PageLink>
      </SignInForm>
      <p className="muted">
        {SIGN_IN.none} <PageLink to="/inscription">{SIGN_IN.register}</PageLink>
      </p>
    </div>
  )
}
