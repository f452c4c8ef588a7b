import type { Centre, ExamSession } from '../../domain/catalogue.ts'
import type { HqDatabase, Tx } from '../db/open.ts'
import { isAccredited } from './check-choices.ts'
import { neighboursOf } from './neighbour-departments.ts'

export type CentreAround = Pick<Centre, 'id' | 'name' | 'town' | 'department'>

/** The centres accredited for the session around one: those of its own département first, then of the neighbouring ones; by town. */
export async function centresAround(
  db: HqDatabase | Tx,
  centreId: string,
  session: Pick<ExamSession, 'endsOn'>,
): Promise<CentreAround[]> {
  const here = await db.selectFrom('centre').select('department').where('id', '=', centreId).executeTakeFirstOrThrow()
  const around = await db
    .selectFrom('centre')
    .select(['id', 'name', 'town', 'department', 'accreditationEndsOn'])
    .where('department', 'in', [here.department, ...neighboursOf(here.department)])
    .where('id', '<>', centreId)
    .orderBy('department')
    .orderBy('town')
    .orderBy('id')
    .execute()
  const centres = around.filter((centre) => isAccredited(centre, session))
  const isNear = ({ department }: CentreAround) => department === here.department
  return [...centres.filter(isNear), ...centres.filter((centre) => !isNear(centre))].map(
    ({ accreditationEndsOn: _, ...centre }) => centre,
  )
}
