import { fullName } from '../../domain/candidate.ts'
import type { LetterAddressee, LetterSender } from '../../domain/shapes/letter.ts'
import { wordingLines } from '../../domain/wording.ts'
import type { Block } from '../../text/mails/letter.ts'
import { POST_LETTER } from '../../text/papers/post-letters.ts'
import { ORIGINAL_WORDINGS } from '../../text/papers/wordings.ts'
import type { Made } from './document-draft.ts'
import { html } from './html.ts'
import { paperHtml } from './paper.ts'
import { centreSignature } from './parts/centre-signature.ts'
import { laidOut } from './parts/laid-out.ts'
import { candidateHead } from './parts/letter-head.ts'
import { ownWords } from './parts/own-words.ts'
import { lettersPages, pageNumbers } from './parts/pages.ts'
import { signatures } from './parts/signatures.ts'

export type PostKind = keyof typeof POST_LETTER.names
/** What goes by post in the words of a mail, frozen when it is made; several when a request was answered in several times. */
export type PostContent = LetterSender &
  LetterAddressee & {
    kind: PostKind
    letters: { subject: string; blocks: readonly Block[]; words?: readonly string[] | undefined }[]
    /** The centre's own closing words, filled, where a letter has none of its own; absent: the original. */
    words?: readonly string[] | undefined
  }

/** One letter or several to the same person, each on a page of its own. */
export function postLetter(content: PostContent, made: Made): string {
  const { kind, letters, sessionLabel } = content
  const what = POST_LETTER.names[kind]
  const words = content.words ?? wordingLines(ORIGINAL_WORDINGS[kind])
  const pages = letters.flatMap(({ subject, blocks, words: own = words }) =>
    lettersPages([
      html`${candidateHead(content, made)}<h1 class="subject">${subject}</h1>${laidOut(blocks)}
${ownWords(own)}${signatures(null, centreSignature(content, made.at))}`,
    ]),
  )
  return paperHtml({
    title: POST_LETTER.title(what, fullName(content), sessionLabel),
    foot: POST_LETTER.foot(what, sessionLabel, made.version, made.freshness),
    // One that runs over is counted by the browser.
    style: letters.length > 1 ? pageNumbers(1) : '',
    logo: made.logo,
    body: html`${pages}`,
  })
}
