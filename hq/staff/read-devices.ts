import type { DevicesAnswer } from '../../contract/staff-pages.ts'
import type { Hq } from '../hq.ts'

/** Every centre with the PCs that enrolled there, and how many codes still let one in. */
export async function readDevices({ db, clock }: Pick<Hq, 'db' | 'clock'>): Promise<DevicesAnswer> {
  const now = clock.now()
  const centres = await db.selectFrom('centre').select(['id', 'code', 'name', 'town']).orderBy('code').execute()
  const devices = await db
    .selectFrom('hqDevice')
    .innerJoin('device', (join) =>
      join.onRef('device.id', '=', 'hqDevice.id').onRef('device.centreId', '=', 'hqDevice.centreId'),
    )
    .select(['hqDevice.centreId', 'hqDevice.id', 'device.name', 'device.series', 'hqDevice.appVersion'])
    .select(['hqDevice.enrolledAt', 'hqDevice.contactAt', 'hqDevice.revokedAt', 'hqDevice.replacedAt'])
    .orderBy('hqDevice.enrolledAt')
    .orderBy('hqDevice.id')
    .execute()
  const codes = await db
    .selectFrom('enrolmentCode')
    .select(({ fn }) => ['centreId', fn.countAll<number>().as('count')])
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .groupBy('centreId')
    .execute()
  const ofCentre = Map.groupBy(devices, ({ centreId }) => centreId)
  const unused = new Map(codes.map(({ centreId, count }) => [centreId, Number(count)]))
  return {
    centres: centres.map((centre) => ({
      ...centre,
      unusedCodes: unused.get(centre.id) ?? 0,
      devices: (ofCentre.get(centre.id) ?? []).map(({ centreId: _, ...device }) => device),
    })),
    now,
  }
}
