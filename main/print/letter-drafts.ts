import { rowsBy } from '../../db/request-parts.ts'
import { byId } from '../../domain/by-id.ts'
import { fullName } from '../../domain/candidate.ts'
import { postalAddress } from '../../domain/postal-address.ts'
import { ENVELOPE } from '../../text/papers/envelope.ts'
import { ATTESTATION } from '../../text/papers/payment-attestation.ts'
import { POST_LETTER } from '../../text/papers/post-letters.ts'
import { REGISTRATION } from '../../text/papers/registration.ts'
import { readAttestations } from './attestation-content.ts'
import { type Desk, type Draft, inFileName, versionedDraft } from './document-draft.ts'
import { type EnvelopeContent, envelopePaper } from './envelope-paper.ts'
import { readSender } from './letter-content.ts'
import { type AttestationContent, paymentAttestations } from './payment-attestation.ts'
import { readPost } from './post-content.ts'
import { type PostKind, postLetter } from './post-letter.ts'
import { readRegistration } from './registration-content.ts'
import { registrationPaper } from './registration-paper.ts'

const [CONFIRMATION_TEMPLATE, ATTESTATION_TEMPLATE, POST_TEMPLATE, ENVELOPE_TEMPLATE] = [1, 1, 1, 1]

/** Null when the request is not here. */
export async function confirmationDraft(desk: Desk, requestId: string): Promise<Draft | null> {
  const registration = await readRegistration(desk.db, requestId)
  if (!registration) return null
  const { content, sessionId } = registration
  const name = fullName(content)
  return await versionedDraft(desk, {
    ...{ kind: 'confirmation', refId: requestId, sessionId, content, timeZone: content.timeZone },
    title: REGISTRATION.title(name, content.sessionLabel),
    templateVersion: CONFIRMATION_TEMPLATE,
    fileName: `Confirmation-${inFileName(name)}`,
    htmlOf: (made) => registrationPaper(content, made),
  })
}

/**
 * Null when the receipt is not here or no longer stands, or paid nothing for this candidate.
 * @param candidateId null: for everybody that it paid for
 */
export async function attestationDraft(
  desk: Desk,
  receiptId: string,
  candidateId: string | null,
): Promise<Draft | null> {
  const every = await readAttestations(desk.db, receiptId)
  const attested = candidateId === null ? every : every.filter((one) => one.candidateId === candidateId)
  const [first] = attested
  if (!first) return null
  const contents = attested.map(({ content }) => content)
  const { receiptNumber, timeZone } = first.content
  const isOne = attested.length === 1
  const name = fullName(first.content)
  return await versionedDraft(desk, {
    // That of one person is found in their file; those of many, with the receipt.
    ...{ kind: 'payment-attestation', refId: isOne ? first.candidateId : receiptId, sessionId: first.sessionId },
    ...{ content: contents, timeZone },
    title: isOne ? ATTESTATION.title(name, receiptNumber) : ATTESTATION.titleOfMany(attested.length, receiptNumber),
    templateVersion: ATTESTATION_TEMPLATE,
    fileName: `Attestation${isOne ? '' : 's'}-${receiptNumber}${isOne ? `-${inFileName(name)}` : ''}`,
    isEarlier: (said) => (JSON.parse(said) as AttestationContent[])[0]?.receiptNumber === receiptNumber,
    htmlOf: (made) => paymentAttestations(contents, made),
  })
}

/** Null when the request is not here, or calls for no such letter. */
export async function postDraft(desk: Desk, kind: PostKind, requestId: string): Promise<Draft | null> {
  const post = await readPost(desk, kind, requestId)
  if (!post) return null
  const { content, sessionId } = post
  const name = fullName(content)
  return await versionedDraft(desk, {
    ...{ kind, refId: requestId, sessionId, content, timeZone: content.timeZone },
    title: POST_LETTER.title(POST_LETTER.names[kind], name, content.sessionLabel),
    templateVersion: POST_TEMPLATE,
    fileName: `${kind === 'reminder-letter' ? 'Rappel' : 'Reponse'}-${inFileName(name)}`,
    htmlOf: (made) => postLetter(content, made),
  })
}

/** Null when none of these requests is here. One envelope a person, in the order asked for. */
export async function envelopeDraft(desk: Desk, requestIds: readonly string[]): Promise<Draft | null> {
  const requests = byId(await rowsBy(desk.db, 'request', 'id', requestIds))
  const asked = requestIds.flatMap((id) => requests.get(id) ?? [])
  const candidateIds = [...new Set(asked.map(({ candidateId }) => candidateId))]
  const candidates = byId(await rowsBy(desk.db, 'candidate', 'id', candidateIds))
  const people = candidateIds.flatMap((id) => candidates.get(id) ?? [])
  const [first] = people
  const [request] = asked
  if (!first || !request) return null
  const { centreName, centreAddress, timeZone } = await readSender(desk.db)
  const content: EnvelopeContent = {
    ...{ centreName, centreAddress },
    addresses: people.map((person) => postalAddress(person).lines),
  }
  // Those of one person are found in their file; those of many, among the papers of the session.
  const refId = people.length === 1 ? request.id : request.sessionId
  const title = people.length === 1 ? ENVELOPE.title(fullName(first)) : ENVELOPE.titleOfMany(people.length)
  return await versionedDraft(desk, {
    ...{ kind: 'envelope', refId, sessionId: request.sessionId, title, content, timeZone },
    templateVersion: ENVELOPE_TEMPLATE,
    fileName: people.length === 1 ? `Enveloppe-${inFileName(fullName(first))}` : `Enveloppes-${people.length}`,
    htmlOf: () => envelopePaper(title, content),
  })
}
