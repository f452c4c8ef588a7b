import type { Protocol } from 'electron'

type SchemeHandler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, SchemeHandler>()

export const protocol: Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'> = {
  // Nothing to declare: the address the page is loaded under is already standard and secure.
  registerSchemesAsPrivileged() {},
  handle(scheme, handler) {
    handlers.set(scheme, handler as SchemeHandler)
  },
}

/** Main's answer to a request on one of its schemes, or null when it serves no such scheme. */
export async function answerFromMain(request: Request): Promise<Response | null> {
  const handler = handlers.get(new URL(request.url).protocol.slice(0, -1))
  return handler === undefined ? null : handler(request)
}
