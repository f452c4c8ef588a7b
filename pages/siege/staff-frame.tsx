import type { ReactNode } from 'react'
import type { StaffMeAnswer } from '../../contract/staff-pages.ts'
import { PAGES } from '../../text/pages/frame.ts'
import { LEFT_TO_DO, SECTIONS, type Section, STAFF } from '../../text/pages/siege.ts'
import { useAddress } from '../address.ts'
import { PageLink } from '../frame/page-link.tsx'
import { SECTION_PATHS, SIGN_IN_PATH } from './staff-paths.ts'
import { StaffSignOut } from './staff-sign-out.tsx'

/** Around every page of the staff: its sections, with what is left to do in each, and who is signed in. */
export function StaffFrame({ me, children }: { me: StaffMeAnswer | null; children: ReactNode }) {
  const { path } = useAddress()
  return (
    <>
      <a className="skip" href="#contenu">
        {PAGES.skip}
      </a>
      <header className="site">
        <div className="site-in">
          <PageLink to={SIGN_IN_PATH}>
            <span className="site-name">
              <i aria-hidden="true">P</i>
              {STAFF.site}
            </span>
          </PageLink>
          {me ? (
            <nav aria-label={STAFF.menu}>
              {(Object.keys(SECTIONS) as Section[]).map((section) => (
                <PageLink key={section} to={SECTION_PATHS[section]} current={path === SECTION_PATHS[section]}>
                  {SECTIONS[section]}
                  <LeftToDo count={section === 'devices' ? 0 : me.waiting[section]} />
                </PageLink>
              ))}
            </nav>
          ) : null}
        </div>
      </header>
      <main id="contenu" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-foot">
        <div className="staff-foot">
          <p>{STAFF.footer}</p>
          {me ? <StaffSignOut name={me.name} /> : <PageLink to="/">{STAFF.candidates}</PageLink>}
        </div>
      </footer>
    </>
  )
}

function LeftToDo({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <>
      <span className="left-to-do" aria-hidden="true">
        {count}
      </span>
      <span className="visually-hidden">{LEFT_TO_DO(count)}</span>
    </>
  )
}
