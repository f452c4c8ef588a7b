import { protocol } from 'electron'
import { APP_SCHEME } from './app-address.ts'
import { appContent } from './app-content.ts'

/**
 * Declares `app:` as a secure, standard scheme, whose scripts are compiled once and not at each start. Electron takes this only
 * before it is ready.
 */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves `app://pupitre/…` from the built renderer and `app://paper/<token>` from memory. */
export function serveAppProtocol(rendererFolder: string): void {
  protocol.handle(APP_SCHEME, (request) => appContent(request, rendererFolder))
}
