import type { ReactNode } from 'react'
import { PAGES } from '../../text/pages/frame.ts'
import { useAddress } from '../address.ts'
import { useMe } from '../queries.ts'
import { PageLink } from './page-link.tsx'

/** Opened in a new tab, perhaps by somebody who is signed in in another. */
const FROM_MAILS = new Set(['/confirmer', '/mot-de-passe', '/adresse', '/oubli'])

/** Around every page: what the site is, the ways through it, and a way past them for the keyboard. */
export function PageFrame({ children }: { children: ReactNode }) {
  const { path } = useAddress()
  // Else only what this tab already knows: a visitor who looks is not asked who they are.
  const { data: me } = useMe({ enabled: FROM_MAILS.has(path) })
  return (
    <>
      <a className="skip" href="#contenu">
        {PAGES.skip}
      </a>
      <header className="site">
        <div className="site-in">
          <PageLink to="/">
            <span className="site-name">
              <i aria-hidden="true">P</i>
              {PAGES.site}
            </span>
          </PageLink>
          <nav aria-label={PAGES.menu}>
            <PageLink to="/inscription" current={path === '/inscription'}>
              {PAGES.register}
            </PageLink>
            {me ? (
              <PageLink to="/espace" current={path === '/espace'}>
                {PAGES.space}
              </PageLink>
            ) : (
              <PageLink to="/connexion" current={path === '/connexion'}>
                {PAGES.signIn}
              </PageLink>
            )}
          </nav>
        </div>
      </header>
      <main id="contenu" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-foot">
        <p>{PAGES.footer}</p>
      </footer>
    </>
  )
}
