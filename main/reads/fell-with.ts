import type { KeptCommand } from '../../db/commands.ts'
import type { Db } from '../../db/schema.ts'

/**
 * Of the commands that HQ refused because of another, the name of that other: the earliest of those they were built on that it refused.
 * @returns by the id of the command that fell
 */
export async function readFellWith(
  db: Db,
  commands: readonly Pick<KeptCommand, 'id' | 'code' | 'dependsOn'>[],
): Promise<Map<string, string>> {
  const fallen = commands.filter(({ code }) => code === 'depends-on-refused')
  const causes = [...new Set(fallen.flatMap(({ dependsOn }) => dependsOn))]
  if (causes.length === 0) return new Map()
  const refused = await db
    .selectFrom('command')
    .select(['id', 'name'])
    .where('id', 'in', causes)
    .where('state', '=', 'refused')
    .orderBy('sequence')
    .execute()
  return new Map(
    fallen.flatMap(({ id, dependsOn }) => {
      const cause = refused.find((one) => dependsOn.includes(one.id))
      return cause ? [[id, cause.name]] : []
    }),
  )
}
