import { z } from 'zod'
import { Id, InstantText } from '../domain/shapes/basic.ts'
import { MOST_COPIES } from './limits.ts'

/** What the window asks of the printers of this PC. */

const PrinterName = z.string().min(1).max(500)
/** `name`: as the system knows it; `label`: as people do. */
export const Printer = z.object({ name: PrinterName, label: PrinterName })
export type Printer = z.infer<typeof Printer>

/** What may be chosen to print one stored paper. */
export const PrinterList = z.object({
  printers: z.array(Printer).max(500),
  /** The one that this kind of paper last went to from this PC; of a kind never printed yet, the one last used. */
  chosen: PrinterName.nullable(),
  /** What that one is called when the PC no longer has it: another must be chosen. */
  gone: PrinterName.nullable(),
  /** Of the original of a numbered paper, of which there is one: when it was last sent to a printer. */
  sentAt: InstantText.nullable(),
  /** Whether it is such an original: any other copy of it is a DUPLICATA. */
  isOriginal: z.boolean(),
})
export type PrinterList = z.infer<typeof PrinterList>

export const PrintAsked = z.object({
  documentId: Id,
  printer: PrinterName,
  /** Of an original with a number, one is printed whatever is asked. */
  copies: z.int().min(1).max(MOST_COPIES),
})

/** not-found: its PDF is no longer on the disk. printer-gone: the PC no longer has it. not-printed: the system would not take it. */
export const PrintAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.enum(['not-found', 'printer-gone', 'not-printed']) }),
])
export type PrintAnswer = z.infer<typeof PrintAnswer>
