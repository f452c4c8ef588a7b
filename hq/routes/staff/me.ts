import { StaffMeAnswer } from '../../../contract/staff-pages.ts'
import type { Hq } from '../../hq.ts'
import { readStaffMe } from '../../staff/read-staff-me.ts'
import type { HqApp } from '../hq-app.ts'
import { pageSchema } from '../pages/page-answers.ts'
import { staffMember } from './staff-cookie.ts'

export function staffMe(app: HqApp, hq: Hq): void {
  app.get('/api/siege/me', { schema: pageSchema(StaffMeAnswer) }, (request) => readStaffMe(hq, staffMember(request)))
}
