import { buildApp } from './app.ts'
import type { HqDatabase } from './db/open.ts'
import type { Hq } from './hq.ts'

/** The OpenAPI document of HQ's routes, which needs neither a database nor keys. */
export async function openapiDocument(): Promise<Record<string, unknown>> {
  const app = await buildApp({ db: {} as HqDatabase, publicUrl: '', reportBug: () => {} } as unknown as Hq)
  await app.ready()
  const document = app.swagger()
  await app.close()
  return document as Record<string, unknown>
}
