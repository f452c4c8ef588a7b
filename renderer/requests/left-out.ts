import { isListOf, isShaped, isText } from '../../kit/accepts.ts'
import type { Accept } from '../../kit/kept.ts'

/** Exams of one request that an answer leaves out, and all that waited for one when they were. Ids of entries. */
export type LeftOut = { left: readonly string[]; among: readonly string[] }

export const NOTHING_LEFT: LeftOut = { left: [], among: [] }

const isShape = isShaped({ left: isListOf(isText), among: isListOf(isText) })
export const isLeftOut: Accept<LeftOut> = (value): value is LeftOut => isShape(value)

/**
 * Which of the exams that wait now are left out of the answer. What is left out is kept, not what is chosen: an exam added later is part
 * of the answer. As soon as one of them has had its answer the choice is spent: what it left out is what remains to be answered.
 */
export function leftOut({ left, among }: LeftOut, waiting: readonly string[]): readonly string[] {
  return among.every((id) => waiting.includes(id)) ? left : []
}

/** The choice with one exam put in or left out. */
export function chooseAnswer(choice: LeftOut, waiting: readonly string[], id: string, answered: boolean): LeftOut {
  const others = leftOut(choice, waiting).filter((one) => one !== id)
  return { left: answered ? others : [...others, id], among: waiting }
}
