import type { CandidateFile } from '../../contract/desk-candidate.ts'
import { fullName } from '../../domain/candidate.ts'
import { Button } from '../../kit/button.tsx'
import { Notice, StatusTag } from '../../kit/status-tag.tsx'
import { formatDateTime } from '../../text/format.ts'
import { bornOnWords } from '../../text/people.ts'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { KeyHint } from '../shortcuts/key-hint.tsx'
import { CopyButton } from './copy-button.tsx'

type CandidateHeadProps = { file: CandidateFile; backTo: string; close: () => void }

/** Who calls, and how to call back: what is read first, the telephone at the ear. */
export function CandidateHead({ file, backTo, close }: CandidateHeadProps) {
  const { desk, go, openCandidate } = useOffice()
  const { candidate, alike, toReview } = file
  const { phone, email, emailNext, emailChangesAt, nuc, birthPlace } = candidate
  return (
    <header className="card caller">
      <div className="way-back">
        <Button small tone="quiet" onPress={close} keys="Escape">
          ← {backTo} <KeyHint keys="Escape" />
        </Button>
      </div>
      <div className="who-calls">
        <h1 tabIndex={-1}>{fullName(candidate)}</h1> <HelpButton page="dossier" />
        <p className="muted">
          {bornOnWords(candidate)}
          {birthPlace.trim() === '' ? '' : `, ${birthPlace}`} · {nuc ?? CANDIDATE.nucLater}
        </p>
      </div>
      <div className="reach">
        <p className="phone">
          <b>{phone}</b> <CopyButton text={phone} label={CANDIDATE.copyPhone(phone)} />
        </p>
        <p className="mail">
          {email === '' ? (
            <span className="no">{CANDIDATE.noMail}</span>
          ) : (
            <>
              {email} <CopyButton text={email} label={CANDIDATE.copyMail(email)} />
            </>
          )}
        </p>
        {emailNext === null ? null : (
          <p className="sub">
            {emailChangesAt === null
              ? FILE.mailToConfirm(emailNext)
              : FILE.mailNext(emailNext, formatDateTime(emailChangesAt, desk.centre.timeZone))}
          </p>
        )}
      </div>
      {toReview > 0 ? (
        <p className="to-look-at">
          <StatusTag tone="stop" icon="alert">
            {CANDIDATE.toReview(toReview)}
          </StatusTag>{' '}
          <Button tone="link" small onPress={() => go('review')}>
            {FRAME.review}
          </Button>
        </p>
      ) : null}
      {alike.length > 0 ? (
        <Notice tone="wait" icon="person">
          {CANDIDATE.alike(alike.length)}{' '}
          {alike.map((other) => (
            <Button key={other.id} tone="link" small onPress={() => openCandidate(other.id)}>
              {`${fullName(other)} (${other.nuc ?? other.phone})`}
            </Button>
          ))}
          <br />
          {CANDIDATE.alikeText}
        </Notice>
      ) : null}
    </header>
  )
}
