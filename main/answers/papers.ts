import type { PapersPrinted } from '../../contract/desk-papers.ts'
import type { Handlers } from '../../contract/ipc.ts'
import type { Attestations } from '../print/attestations.ts'
import type { Convocations } from '../print/convocations.ts'
import type { Documents } from '../print/documents.ts'
import type { Issuing } from '../print/issuing.ts'
import type { Sending } from '../print/send-to-printer.ts'

type Tools = {
  documents: Documents
  convocations: Convocations
  attestations: Attestations
  issuing: Issuing
  sending: Sending
  /** Rows are others now: told to the window. */
  changed: () => void
  /** There is something to send to HQ. */
  poke: () => void
}

/** What is asked about papers: made, opened, printed, saved, issued. */
export function answerPapers({ documents, convocations, attestations, issuing, sending, changed, poke }: Tools) {
  const printed = async (printing: Promise<PapersPrinted>) => {
    const answer = await printing
    changed()
    poke()
    return answer
  }
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
    'convocation.print': (asked) => printed(convocations.print(asked)),
    'attendance.list': ({ sittingId }) => attestations.list(sittingId),
    'attendance.of': (who) => attestations.of(who),
    'attestation.print': (asked) => printed(attestations.print(asked)),
    'printing.stop': () => {
      issuing.stop()
      return {}
    },
  } satisfies Partial<Handlers>
}
