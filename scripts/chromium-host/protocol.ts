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

/** The PDF that main answers with at an address, or null when it answers with something else. */
export async function pdfAt(address: string): Promise<Uint8Array | null> {
  const response = await answerFromMain(new Request(address))
  return response?.headers.get('content-type') === 'application/pdf'
    ? new Uint8Array(await response.arrayBuffer())
    : null
}
