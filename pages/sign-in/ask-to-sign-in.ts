import { go } from '../address.ts'

const SPACE = '/espace'

/**
 * To the sign-in page, from a page that is for somebody signed in: signing in leads back to it. Kept with that entry of the history, not
 * in the address: nobody can make a link that leads elsewhere after a password.
 */
export function askToSignIn(): void {
  const { pathname, search } = window.location
  go('/connexion', { replace: true, state: { thenTo: `${pathname}${search}` } })
}

/** Where signing in leads: what the sign-in page was asked for, or « Mon espace ». @param state of its entry of the history */
export function afterSignIn(state: unknown): string {
  const to = typeof state === 'object' && state !== null && 'thenTo' in state ? state.thenTo : null
  return typeof to === 'string' && (to === SPACE || to.startsWith(`${SPACE}?`)) ? to : SPACE
}
