import type { Hq } from '../hq.ts'
import { type NirKey, NirKeyDiffers } from '../nir-key.ts'
import type { PageRefusal } from '../page-error.ts'

/** Keys of this process that HQ's operators were told of: once is enough, and every form with a NIR comes by. */
const told = new WeakSet<NirKey>()

/**
 * What comes of work that seals a NIR or opens one. When it cannot be done with HQ's key, nothing of it stands, HQ's operators are told
 * once, and the person is told in words. Refuses: nir-unavailable.
 */
export async function unlessNirKeyDiffers<T>(
  { nirKey, reportBug }: Pick<Hq, 'nirKey' | 'reportBug'>,
  work: () => Promise<T>,
): Promise<T | PageRefusal> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof NirKeyDiffers)) throw error
    if (nirKey && !told.has(nirKey)) {
      told.add(nirKey)
      reportBug(error, 'sealing or opening a NIR')
    }
    return { refused: 'nir-unavailable', detail: '/nir' }
  }
}
