import { letterHtml } from './letter-html.ts'
import { letterText } from './letter-text.ts'
import type { CentreOfMail } from './mail-data.ts'
import { signature } from './signature.ts'

/**
 * A mail as blocks, from which both of its parts are made: what one says, the other says. Blocks are plain words; each part escapes
 * them in its own way, so that a template cannot forget to.
 */
export type Block =
  | { kind: 'paragraph'; words: string }
  | { kind: 'heading'; words: string }
  /** A name and its value, one a line: « NUC : CA10482 ». */
  | { kind: 'facts'; facts: readonly (readonly [label: string, value: string])[] }
  | { kind: 'list'; items: readonly string[] }
  /** Somebody else's words, line by line. */
  | { kind: 'quote'; lines: readonly string[] }
  /** The one thing to do. `link` is a path of HQ's pages; an empty one, forgotten since the mail left, is not shown. */
  | { kind: 'button'; words: string; link: string }
  /** One of several ways: a line, not a button. */
  | { kind: 'link'; words: string; link: string }

/** `name`: whom it greets. */
export type Letter = { subject: string; name: string; blocks: readonly Block[] }
/** A mail as it leaves. */
export type WrittenMail = { subject: string; text: string; html: string }

const SUBJECT_LENGTH = 150

/**
 * @param publicUrl what the paths of links are put behind, without a slash at the end
 * @param centre whom to ask; null when it is about no centre
 */
export function writeLetter(letter: Letter, publicUrl: string, centre: CentreOfMail | null = null): WrittenMail {
  const { subject, blocks, foot } = layOut(letter, publicUrl, centre)
  return { subject, text: letterText(blocks, foot), html: letterHtml(subject, blocks, foot) }
}

/** A letter with its greeting and its signature, clean, before it is made text or HTML. */
export type LaidOut = { subject: string; blocks: readonly Block[]; foot: readonly string[] }

/**
 * A letter as it will read.
 * @param publicUrl what the paths of links are put behind, without a slash at the end
 * @param centre whom to ask; null when it is about no centre
 */
export function layOut({ subject, name, blocks }: Letter, publicUrl: string, centre: CentreOfMail | null): LaidOut {
  const shown = blocks.filter((block) => !('link' in block) || block.link !== '')
  const whole = [paragraph(greeting(name)), ...shown.map((block) => clean(block, publicUrl))]
  return {
    subject: oneLine(subject).slice(0, SUBJECT_LENGTH).toWellFormed(),
    blocks: whole,
    foot: signature(centre).map(oneLine),
  }
}

export const paragraph = (words: string): Block => ({ kind: 'paragraph', words })
export const heading = (words: string): Block => ({ kind: 'heading', words })
export const list = (items: readonly string[]): Block => ({ kind: 'list', items })
export const facts = (...some: (readonly [label: string, value: string])[]): Block => ({ kind: 'facts', facts: some })
export const button = (words: string, link: string): Block => ({ kind: 'button', words, link })
export const wayTo = (words: string, link: string): Block => ({ kind: 'link', words, link })
export const quote = (words: string): Block => ({
  kind: 'quote',
  lines: words.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== ''),
})

/**
 * A name is typed by a stranger, and a mail goes to whatever address they typed with it: one that mail programs would make a link
 * of is not repeated.
 */
function greeting(name: string): string {
  const clean = oneLine(name)
  return clean === '' || /[./:@\\][\p{L}\p{N}]/u.test(clean) ? 'Bonjour,' : `Bonjour ${clean},`
}

function clean(block: Block, publicUrl: string): Block {
  if (block.kind === 'list') return { ...block, items: block.items.map(oneLine) }
  if (block.kind === 'quote') return { ...block, lines: block.lines.map(oneLine) }
  if (block.kind === 'facts')
    return { ...block, facts: block.facts.map(([label, value]) => [oneLine(label), oneLine(value)]) }
  const words = oneLine(block.words)
  if (!('link' in block)) return { ...block, words }
  const link = block.link.startsWith('/') ? `${publicUrl}${block.link}` : block.link
  if (!/^https?:\/\/[^\s<>"]+$/.test(link)) throw new Error(`Not a link of HQ’s pages: ${block.link}`)
  return { ...block, words, link }
}

/** On one line; without controls, nor marks of direction by which a name would turn round the words that follow it. */
function oneLine(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+|[^\S\u00a0\u202f]+/gu, ' ')
    .trim()
}
