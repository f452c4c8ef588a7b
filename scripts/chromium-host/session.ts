import { EventEmitter } from 'node:events'
import type { Session, WebRequest } from 'electron'

type RequestListener = Parameters<WebRequest['onBeforeRequest']>[0]
type PermissionCheck = Parameters<Session['setPermissionCheckHandler']>[0]
type PermissionRequest = Parameters<Session['setPermissionRequestHandler']>[0]
type Permission = Parameters<NonNullable<PermissionCheck>>[1]

/** The web's names for what a page may ask, beside Electron's. A browser has no handler to call: it is told beforehand. */
const PERMISSIONS: readonly (readonly [web: string, electron: Permission])[] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['clipboard-read', 'clipboard-read'],
  ['midi', 'midi'],
  ['local-fonts', 'local-fonts'],
  ['idle-detection', 'idle-detection'],
  ['persistent-storage', 'persistent-storage'],
]

class HostSession
  extends EventEmitter
  implements Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>
{
  #requestListener: RequestListener = null
  #permissionCheck: PermissionCheck = null
  #permissionRequest: PermissionRequest = null

  readonly webRequest = {
    onBeforeRequest: (listener: RequestListener): void => {
      this.#requestListener = listener
    },
  }

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.#permissionRequest = handler
  }

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.#permissionCheck = handler
  }

  // No page of a browser reaches a device without a person choosing it in a dialog, which headless never shows.
  setDevicePermissionHandler(): void {}

  /** Whether main cancels a request to this address. */
  cancels(address: string): Promise<boolean> {
    const listener = this.#requestListener
    if (listener === null) return Promise.resolve(false)
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const details = { url: address } as Electron.OnBeforeRequestListenerDetails
    listener(details, (answer) => resolve(answer.cancel === true))
    return promise
  }

  /** The web's names of the permissions that both of main's handlers refuse. */
  refusedPermissions(): string[] {
    return PERMISSIONS.filter(([, permission]) => this.#refuses(permission)).map(([web]) => web)
  }

  #refuses(permission: Permission): boolean {
    const check = this.#permissionCheck
    const request = this.#permissionRequest
    if (check === null || request === null) return false
    if (check(null, permission, '', {} as Electron.PermissionCheckHandlerHandlerDetails)) return false
    let granted = true
    const answer = (given: boolean): void => {
      granted = given
    }
    request({} as Electron.WebContents, permission, answer, {} as Electron.PermissionRequest)
    return !granted
  }
}

export const session = { defaultSession: new HostSession() }
