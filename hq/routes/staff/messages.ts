import { HandleMessageRequest, MessagesAnswer } from '../../../contract/staff-pages.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import { handleMessage, readMessages } from '../../staff/no-centre-messages.ts'
import type { HqApp } from '../hq-app.ts'
import { DONE, doneSchema, pageSchema } from '../pages/page-answers.ts'
import { staffMember } from './staff-cookie.ts'

/** What was looked for in vain on the candidates' pages. */
export function staffMessages(app: HqApp, hq: Hq): void {
  app.get('/api/siege/messages', { schema: pageSchema(MessagesAnswer) }, () => readMessages(hq))
  app.post('/api/siege/messages/handle', { schema: { ...doneSchema, body: HandleMessageRequest } }, async (request) => {
    doneOrStop(await handleMessage(hq, staffMember(request), request.body.messageId))
    return DONE
  })
}
