import type { Handlers } from '../../contract/ipc.ts'
import type { Convocations } from '../print/convocations.ts'
import type { Documents } from '../print/documents.ts'
import type { Sending } from '../print/send-to-printer.ts'

type Tools = {
  documents: Documents
  convocations: Convocations
  sending: Sending
  /** Rows are others now: told to the window. */
  changed: () => void
  /** There is something to send to HQ. */
  poke: () => void
}

/** What is asked about papers: made, opened, printed, saved, issued. */
export function answerPapers({ documents, convocations, sending, changed, poke }: Tools) {
  return {
    'document.list': ({ sessionId }) => documents.list(sessionId),
    'document.open': async (request) => {
      const answer = await documents.open(request)
      changed()
      return answer
    },
    'document.print': (asked) => sending.print(asked),
    'document.save': ({ documentId }) => sending.save(documentId),
    'printer.list': ({ documentId }) => sending.printers(documentId),
    'convocation.list': ({ sessionId }) => convocations.list(sessionId),
    'convocation.of': (who) => convocations.of(who),
    'convocation.print': async (asked) => {
      const printed = await convocations.print(asked)
      changed()
      poke()
      return printed
    },
    'convocation.stop': () => {
      convocations.stop()
      return {}
    },
  } satisfies Partial<Handlers>
}
