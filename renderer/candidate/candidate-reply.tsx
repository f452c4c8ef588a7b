import { useMemo, useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import type { CandidateFile } from '../../contract/desk-candidate.ts'
import { isToCheck } from '../../domain/data-check.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { replyTo } from '../../text/candidate-reply.ts'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { KeyHint } from '../shortcuts/key-hint.tsx'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { CopyButton } from './copy-button.tsx'
import { replyBounced, replyEntries, replyPayments } from './reply-given.ts'
import { softwareAwaited } from './standing.ts'
import { useCopy } from './use-copy.ts'

type CandidateReplyProps = { file: CandidateFile; requests: readonly RequestRow[]; sessionLabel: string }

/** What to answer for the state it is in: to say, and to paste in a mail. */
export function CandidateReply({ file, requests, sessionLabel }: CandidateReplyProps) {
  const { desk, session } = useOffice()
  const offerings = useRows('offering.list', { sessionId: session.id }).data
  const [unfolded, setUnfolded] = useState(false)
  const { copied, copy } = useCopy()
  const { centre, settings, operator, now, exams } = desk
  const reply = useMemo(
    () =>
      replyTo({
        ...{ candidate: file.candidate, centre, now, sessionLabel },
        paymentTerms: settings.paymentTerms,
        operatorName: operator.name,
        entries: replyEntries(file, requests, offerings ?? [], { exams, now }),
        payments: replyPayments(file, requests),
        bounced: replyBounced(file, requests),
        dataChecked: !requests.some((request) => request.dataCheckedAt === null && isToCheck(request)),
      }),
    [file, requests, offerings, centre, settings, operator, now, exams, sessionLabel],
  )
  const { text } = reply.mail
  const toChoose = softwareAwaited(requests)
  useShortcuts([{ keys: 'c', words: CANDIDATE.copyReply, group: CANDIDATE.group, run: () => copy(text) }])
  const done = copied === text
  return (
    <section className="card reply" aria-labelledby="reply">
      <h2 id="reply">{CANDIDATE.reply}</h2>
      {toChoose.length > 0 ? (
        <Notice tone="wait" icon="alert">
          {CANDIDATE.askSoftware(toChoose.join(', '))}
        </Notice>
      ) : null}
      <blockquote aria-label={CANDIDATE.toSay}>{reply.phone}</blockquote>
      <div className="buttons">
        <span className="copy" role="status">
          <Button tone="primary" onPress={() => copy(text)} keys="C">
            {done ? <Icon name="check" size={14} /> : null}
            {done ? CANDIDATE.copied : CANDIDATE.copyReply} <KeyHint keys="c" />
          </Button>
        </span>
        <CopyButton text={reply.phone}>{CANDIDATE.copySaid}</CopyButton>
        <Button tone="link" small expanded={unfolded} onPress={() => setUnfolded((one) => !one)}>
          {unfolded ? CANDIDATE.hideMail : CANDIDATE.seeMail}
        </Button>
      </div>
      {unfolded ? <pre className="mail-text">{text}</pre> : null}
    </section>
  )
}
