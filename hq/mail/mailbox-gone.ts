/** A refusal for another reason than the mailbox: it may well be read (RFC 3463: 5.2 mailbox full, 5.7 policy…). */
const ANOTHER_REASON = /\b5\.[2-7]\.\d|spam|block|black|quota|full|policy|reputation/i

/**
 * Whether a mail was given up because nobody has the mailbox any more, as its server said (RFC 5321 §4.2.3: 550, 551, 553 to RCPT) or as
 * the address itself shows. Any other failure says nothing of who reads it.
 * @param trouble as `smtpPost` writes it down
 */
export function isMailboxGone(trouble: string | null): boolean {
  return trouble !== null && /^EENVELOPE (API|RCPT TO 55[013])\b/.test(trouble) && !ANOTHER_REASON.test(trouble)
}
