import { MailRequest, MailsAnswer } from '../../../contract/staff-pages.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import { giveUpMail, readMailQueue, resendMail } from '../../staff/mail-queue.ts'
import type { HqApp } from '../hq-app.ts'
import { DONE, doneSchema, pageSchema } from '../pages/page-answers.ts'
import { staffMember } from './staff-cookie.ts'

/** The mails that have not left. */
export function staffMails(app: HqApp, hq: Hq): void {
  app.get('/api/siege/mails', { schema: pageSchema(MailsAnswer) }, () => readMailQueue(hq))
  app.post('/api/siege/mails/resend', { schema: { ...doneSchema, body: MailRequest } }, async (request) => {
    doneOrStop(await resendMail(hq, staffMember(request), request.body.mailId))
    return DONE
  })
  app.post('/api/siege/mails/give-up', { schema: { ...doneSchema, body: MailRequest } }, async (request) => {
    doneOrStop(await giveUpMail(hq, staffMember(request), request.body.mailId))
    return DONE
  })
}
