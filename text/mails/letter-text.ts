import { NBSP } from '../format.ts'
import type { Block } from './letter.ts'

/** RFC 5322 §2.1.1 advises lines of at most 78 characters; replies put a mark before them. */
const WIDTH = 72

/** The plain part of a mail: complete on its own, in lines of at most 72 characters, a longer word or link aside. */
export function letterText(blocks: readonly Block[], foot: readonly string[]): string {
  const parts = [...blocks.map(part), `-- \n${foot.map((line) => wrapped(line)).join('\n')}`]
  return `${parts.filter((text) => text !== '').join('\n\n')}\n`
}

function part(block: Block): string {
  if (block.kind === 'paragraph') return wrapped(block.words)
  if (block.kind === 'heading') return wrapped(block.words.toUpperCase())
  if (block.kind === 'list') return block.items.map((item) => wrapped(item, '- ', '  ')).join('\n')
  if (block.kind === 'quote') return block.lines.map((line) => wrapped(line, '  ', '  ')).join('\n')
  if (block.kind === 'facts')
    return block.facts.map(([label, value]) => wrapped(`${label}${NBSP}: ${value}`, '  ', '    ')).join('\n')
  // A link that is cut in two no longer works.
  return `${wrapped(`${block.words}${NBSP}:`)}\n${block.link}`
}

/** Cut at ordinary spaces only: a no-break space holds its two words together. */
function wrapped(words: string, first = '', next = ''): string {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of words.split(' ')) {
    if (!empty && [...line].length + 1 + [...word].length > WIDTH) {
      lines.push(line)
      line = next
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line].join('\n')
}
