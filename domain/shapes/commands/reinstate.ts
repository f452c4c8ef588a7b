import { PrevalidateArgs } from './prevalidate.ts'

/** As a pre-validation: the same seats, the same deadline. */
export const ReinstateArgs = PrevalidateArgs
