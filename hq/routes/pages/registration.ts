import { RegisterAnswer, RegisterBody } from '../../../contract/candidate-pages.ts'
import { register } from '../../candidates/register.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { evenly } from './answer-evenly.ts'
import { pageSchema } from './page-answers.ts'

/** A first request, kept until its address is confirmed. Answered after the same time whether or not the address has an account. */
export function registration(app: HqApp, hq: Hq): void {
  const schema = { ...pageSchema(RegisterAnswer), body: RegisterBody }
  app.post('/api/register', { schema }, async ({ body }) => doneOrStop(await evenly(hq, register(hq, body))))
}
