import { useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import type { StaffMail } from '../../contract/staff-pages.ts'
import type { Instant } from '../../domain/time.ts'
import { Button } from '../../kit/button.tsx'
import type { IconName } from '../../kit/icons.tsx'
import { StatusTag, type Tone } from '../../kit/status-tag.tsx'
import type { MailName } from '../../text/mails/mail-data.ts'
import { MAIL_NAMES } from '../../text/mails/preview.ts'
import { isMailRefused, sayMailTrouble } from '../../text/pages/mail-troubles.ts'
import { MAILS } from '../../text/pages/siege.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { FactList } from './fact-list.tsx'
import { sayMoment } from './say-moment.ts'
import type { Acting } from './use-act.ts'

const LOOKS: Readonly<Record<StaffMail['status'], { tone: Tone; icon: IconName }>> = {
  waiting: { tone: 'wait', icon: 'clock' },
  failed: { tone: 'stop', icon: 'alert' },
  dropped: { tone: 'calm', icon: 'back' },
}

/** A mail that has not left: why, and what may be done about it. */
export function MailLine({ mail, now, acting }: { mail: StaffMail; now: Instant; acting: Acting }) {
  const [givingUp, setGivingUp] = useState(false)
  const { id: mailId, status, queuedAt, dueAt, attempts, maskedRecipient, resendable, personName, centreName } = mail
  const name = Object.hasOwn(MAIL_NAMES, mail.name) ? MAIL_NAMES[mail.name as MailName] : MAILS.unknownName
  const resend = status === 'failed' ? MAILS.resend : MAILS.resendNow
  const sendAgain = () => acting.act('mails/resend', DoneAnswer, { body: { mailId }, say: () => MAILS.resent })
  const giveUp = async () => {
    await acting.act('mails/give-up', DoneAnswer, { body: { mailId }, say: () => MAILS.givenUp })
    setGivingUp(false)
  }
  return (
    <li className="pad stack staff-row">
      <div className="ways start">
        <h3>{name}</h3>
        <StatusTag {...LOOKS[status]}>{MAILS.status[status]}</StatusTag>
      </div>
      <FactList
        facts={[
          [MAILS.person, personName],
          [MAILS.centre, centreName],
          [MAILS.recipient, maskedRecipient],
          [MAILS.queued, sayMoment(queuedAt, now)],
          [MAILS.attempts, String(attempts)],
          troubleOf(mail),
          [MAILS.next, status === 'waiting' ? sayMoment(dueAt, now) : null],
        ]}
      />
      {mail.trouble === null ? null : <p className="muted server-words">{MAILS.serverWords(mail.trouble)}</p>}
      {status === 'failed' && !resendable ? <p>{MAILS.forgotten}</p> : null}
      {status === 'dropped' ? null : (
        <div className="ways start">
          {resendable ? (
            <Button
              small
              label={MAILS.label(resend, name, maskedRecipient)}
              busy={acting.busy}
              onPress={() => void sendAgain()}
            >
              {resend}
            </Button>
          ) : null}
          {status === 'waiting' ? (
            <Button small label={MAILS.label(MAILS.giveUp, name, maskedRecipient)} onPress={() => setGivingUp(true)}>
              {MAILS.giveUp}
            </Button>
          ) : null}
        </div>
      )}
      {givingUp ? (
        <ConfirmDialog
          {...MAILS.giveUpDialog}
          danger
          busy={acting.busy}
          onConfirm={() => void giveUp()}
          onClose={() => setGivingUp(false)}
        />
      ) : null}
    </li>
  )
}

/** In plain words where it is a usual case. The server's own are below, for whoever looks after it. */
function troubleOf({ status, trouble }: StaffMail): [name: string, said: string | null] {
  const words = trouble ?? ''
  const name = isMailRefused(words) ? 'refused' : status === 'waiting' ? 'waiting' : 'gone'
  return [MAILS.trouble[name], trouble === null ? null : (sayMailTrouble(words) ?? MAILS.otherTrouble)]
}
