import { piecesOf } from './marked-pieces.ts'

/** A text with what was typed marked in it: the beginnings of words, and parts of numbers and addresses. */
export function MarkedText({ text, typed }: { text: string; typed: string }) {
  return piecesOf(text, typed).map(({ part, found }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never moved.
    found ? <mark key={index}>{part}</mark> : part,
  )
}
