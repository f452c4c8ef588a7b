import { CentreRequest, DevicesAnswer, NewCodeAnswer, RevokeDeviceRequest } from '../../../contract/staff-pages.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import { issueCode, revokeDevice, withdrawCodes } from '../../staff/device-acts.ts'
import { readDevices } from '../../staff/read-devices.ts'
import type { HqApp } from '../hq-app.ts'
import { DONE, doneSchema, pageSchema } from '../pages/page-answers.ts'
import { staffMember } from './staff-cookie.ts'

/** The centres' PCs: which there are, letting one in, shutting one out. */
export function staffDevices(app: HqApp, hq: Hq): void {
  app.get('/api/siege/devices', { schema: pageSchema(DevicesAnswer) }, () => readDevices(hq))
  const newCode = { ...pageSchema(NewCodeAnswer), body: CentreRequest }
  app.post('/api/siege/codes/issue', { schema: newCode }, async (request) =>
    doneOrStop(await issueCode(hq, staffMember(request), request.body.centreId)),
  )
  app.post('/api/siege/codes/withdraw', { schema: { ...doneSchema, body: CentreRequest } }, async (request) => {
    doneOrStop(await withdrawCodes(hq, staffMember(request), request.body.centreId))
    return DONE
  })
  app.post('/api/siege/devices/revoke', { schema: { ...doneSchema, body: RevokeDeviceRequest } }, async (request) => {
    doneOrStop(await revokeDevice(hq, staffMember(request), request.body.deviceId))
    return DONE
  })
}
