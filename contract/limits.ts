/** How much crosses the wall, or is shown, at once. */

/** As many rows as one page may hold, and as many requests as one click may concern. */
export const MOST_ROWS = 500

/** How many candidates a person finds again without typing. */
export const MOST_RECENT = 12

/** As many lines as « Aujourd'hui » shows of one kind before it sends to the whole list. */
export const MOST_LINES = 6
/** As many files to correct as are listed when all are asked for. */
export const MOST_IDENTITIES = 500
/** As many requests as one key answers. */
export const MOST_AT_ONCE = 100

/** As many of each point of « Vérifier la session » as a person goes through by hand. */
export const MOST_OF_POINT = 20

/** The most lines of a bank statement that cross the wall at once. */
export const MOST_LINES_READ = 200

/** How long a value kept for a person may be as JSON text; the window keeps a longer one for as long as it is open. */
export const KEPT_LIMIT = 65_536

/** The most copies that one click prints: one more zero would empty the paper tray. */
export const MOST_COPIES = 50

/** As many credits of one payer as one click uses, or gives back. */
export const MOST_CREDITS = 50
