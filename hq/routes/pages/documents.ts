import { z } from 'zod'
import { Id } from '../../../domain/shapes/basic.ts'
import { CONFIRMATION } from '../../../text/papers/confirmation.ts'
import { readConfirmation } from '../../candidates/read-confirmation.ts'
import type { Hq } from '../../hq.ts'
import { PAGES } from '../../mail/page-paths.ts'
import { PageProblem } from '../../page-error.ts'
import { confirmationPaper } from '../../papers/confirmation-paper.ts'
import type { HqApp } from '../hq-app.ts'
import { whoAsks } from './session-cookie.ts'

const Named = z.object({ requestId: Id, version: z.coerce.number().int().min(1).max(100_000) })

/** The confirmation of a version of a request, for who sent it; not found for anybody else, as when there is none. */
export function documents(app: HqApp, hq: Hq): void {
  // Whatever the two parts of the address are, somebody who is not signed in learns only that.
  app.get('/api/me/documents/:requestId/:version', { schema: { hide: true } }, async (request, reply) => {
    const who = await whoAsks(request, hq)
    // A link followed after the session ended: a person would read the code.
    if (!who && request.headers.accept?.includes('text/html')) return reply.redirect(PAGES.signIn, 303)
    if (!who) throw new PageProblem('not-signed-in')
    const named = Named.safeParse(request.params)
    if (!named.success) throw new PageProblem('not-found')
    const found = await readConfirmation(hq, who, named.data.requestId, named.data.version)
    if (!found) throw new PageProblem('not-found')
    const paper = await confirmationPaper(found)
    return reply
      .header('content-disposition', disposition(found.sessionId, found.content.sessionLabel, found.version))
      .type('application/pdf')
      .send(paper)
  })
}

/** Shown in the browser, and saved under a name that says what it is: in ASCII, then in full for those who read it (RFC 6266). */
function disposition(sessionId: string, sessionLabel: string, version: number): string {
  const plain = `confirmation-${sessionId.replace(/[^\w-]+/g, '-')}-v${version}.pdf`
  const full = encodeURIComponent(CONFIRMATION.fileName(sessionLabel, version)).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `inline; filename="${plain}"; filename*=UTF-8''${full}`
}
