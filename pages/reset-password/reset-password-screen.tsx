import { useState } from 'react'
import { RESET_PASSWORD } from '../../text/pages/account.ts'
import { useAddress } from '../address.ts'
import { ChoosePassword } from '../form/choose-password.tsx'
import { OutcomeScreen } from '../frame/outcome-screen.tsx'
import { PageLink } from '../frame/page-link.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { queryClient } from '../queries.ts'

const DONE = {
  title: RESET_PASSWORD.doneTitle,
  text: RESET_PASSWORD.done,
  to: '/connexion',
  link: RESET_PASSWORD.signIn,
}

/** The link of the « mot de passe perdu » mail. */
export function ResetPasswordScreen() {
  const token = useAddress().query.get('jeton') ?? ''
  const [done, setDone] = useState(false)
  const onDone = () => {
    setDone(true)
    // Every session of the account has ended with its password.
    void queryClient.resetQueries({ queryKey: ['me'] })
  }
  if (done) return <OutcomeScreen {...DONE} />
  return (
    <div className="narrow stack">
      <PageTitle said={RESET_PASSWORD.title}>{RESET_PASSWORD.title}</PageTitle>
      <p className="muted">
        {RESET_PASSWORD.once} <PageLink to="/oubli">{RESET_PASSWORD.another}</PageLink>
      </p>
      <ChoosePassword
        {...{ path: 'reset-password', token, words: RESET_PASSWORD, onDone }}
        another={<PageLink to="/oubli">{RESET_PASSWORD.askAgain}</PageLink>}
      />
    </div>
  )
}
