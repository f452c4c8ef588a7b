import { QueryClientProvider } from '@tanstack/react-query'
import { Component, lazy, type ReactNode, Suspense } from 'react'
import { I18nProvider } from 'react-aria-components'
import { Button } from '../kit/button.tsx'
import { PAGES } from '../text/pages/frame.ts'
import { useAddress } from './address.ts'
import { AddressScreen } from './change-address/address-screen.tsx'
import { ConfirmScreen } from './confirm/confirm-screen.tsx'
import { PageFrame } from './frame/page-frame.tsx'
import { UnknownPage } from './frame/unknown-page.tsx'
import { HomeScreen } from './home/home-screen.tsx'
import { queryClient } from './queries.ts'
import { RecoverScreen } from './recover/recover-screen.tsx'
import { RegisterScreen } from './register/register-screen.tsx'
import { ResetPasswordScreen } from './reset-password/reset-password-screen.tsx'
import { SignInScreen } from './sign-in/sign-in-screen.tsx'
import { SpaceScreen } from './space/space-screen.tsx'

const SCREENS: Readonly<Record<string, () => ReactNode>> = {
  '/': HomeScreen,
  '/inscription': RegisterScreen,
  '/confirmer': ConfirmScreen,
  '/connexion': SignInScreen,
  '/oubli': RecoverScreen,
  '/mot-de-passe': ResetPasswordScreen,
  '/adresse': AddressScreen,
  '/espace': SpaceScreen,
}

/** In a file of its own: candidates do not download it. */
const SiegePages = lazy(async () => ({ default: (await import('./siege/siege-pages.tsx')).SiegePages }))

export function App() {
  return (
    <I18nProvider locale="fr-FR">
      <QueryClientProvider client={queryClient}>
        <BugBoundary>
          <Site />
        </BugBoundary>
      </QueryClientProvider>
    </I18nProvider>
  )
}

function Site() {
  const { path } = useAddress()
  if (path === '/siege' || path.startsWith('/siege/')) {
    return (
      <Suspense fallback={null}>
        <SiegePages />
      </Suspense>
    )
  }
  return (
    <PageFrame>
      <Screen path={path} />
    </PageFrame>
  )
}

function Screen({ path }: { path: string }) {
  const Found = SCREENS[path] ?? UnknownPage
  return <Found />
}

/** A bug in a screen must not leave an empty page: it says so, and what was typed is in the draft. */
class BugBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <main className="narrow" role="alert">
        <h1>{PAGES.bugTitle}</h1>
        <p>{PAGES.bugText}</p>
        <Button tone="primary" onPress={() => window.location.reload()}>
          {PAGES.reload}
        </Button>
      </main>
    )
  }
}
