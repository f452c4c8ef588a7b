import type { Loader } from './loader.ts'
import { loadPrevalidate } from './prevalidate.ts'

/** A seat is given as by a pre-validation: the same rows, the same locks. */
export const loadReinstate: Loader<'entry.reinstate'> = async (...asked) => ({ ...(await loadPrevalidate(...asked)) })
