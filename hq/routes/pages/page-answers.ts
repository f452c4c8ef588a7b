import { DoneAnswer, PageError } from '../../../contract/candidate-pages.ts'

/** The answers of a route of the pages: what it gives, or a code. Not part of the contract with desks, hence not in its document. */
export function pageSchema<T>(success: T) {
  return { hide: true, response: { 200: success, '4xx': PageError, '5xx': PageError } }
}

export const DONE: DoneAnswer = { done: true }
export const doneSchema = pageSchema(DoneAnswer)
