import { NBSP } from '../format.ts'
import { type Block, paragraph, quote } from './letter.ts'

/** What the centre adds in words of its own, told apart from what HQ writes. */
export function ownBlocks(lines: readonly string[] = []): Block[] {
  return lines.length === 0 ? [] : [paragraph(`Le centre ajoute${NBSP}:`), quote(lines.join('\n'))]
}
