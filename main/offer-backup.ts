import type { ProblemCode } from '../db/problem.ts'
import { shellText } from '../text/shell.ts'
import { listBackups } from './backups.ts'
import type { ClickContext } from './commands/context.ts'
import { asCannotOpen, CannotOpen } from './open-desk.ts'
import { databaseFile, restoreBackup } from './restore-backup.ts'

export type Question = { message: string; detail: string; buttons: string[] }

export type OfferOptions = Pick<ClickContext, 'clock' | 'random'> & {
  dataFolder: string
  /** The machine's own zone: the centre's is in the data that cannot be read. */
  timeZone: string
  /** @returns the index of the button that was pressed; the last one when the question was closed */
  ask: (question: Question) => Promise<number>
}

/** The troubles that a backup is the way out of. */
const ANSWERED = ['damaged', 'missing', 'disk-error'] as const

function isAnswered(problem: ProblemCode): problem is (typeof ANSWERED)[number] {
  return (ANSWERED as readonly ProblemCode[]).includes(problem)
}

/**
 * Opens the application; when its data are damaged or gone, or the disk no longer gives them, offers the newest backup that is
 * whole, and says what going back to it means. Nothing is restored, and nothing new is made, without somebody's word.
 * @returns null when the person would rather quit
 * @throws CannotOpen when there is nothing to go back to, or for any other trouble
 */
export async function openOrRestore<T>(open: () => Promise<T>, options: OfferOptions): Promise<T | null> {
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof CannotOpen) || !isAnswered(error.problem)) throw error
    const backup = listBackups(options.dataFolder).find(({ takenAt }) => takenAt !== null)
    if (!backup?.takenAt) throw error
    const { restore } = shellText
    const when = restore.when(backup.takenAt, options.timeZone)
    const answer = await options.ask({
      message: restore[error.problem],
      // A disk may only be full or unplugged: what to look at comes before going back.
      detail: [...(error.problem === 'disk-error' ? [error.sentence] : []), restore.meaning(when)].join('\n\n'),
      buttons: [restore.button(when), shellText.menu.quit],
    })
    if (answer !== 0) return null
    const restored = await restoreBackup({ ...options, backup }).catch((cause: unknown) => {
      throw asCannotOpen(cause, databaseFile(options.dataFolder))
    })
    await options.ask({
      message: restore.done(when),
      detail: restore.saved(restored),
      buttons: [restore.goOn],
    })
    return await open()
  }
}
