import Sqlite from 'better-sqlite3'

/** Another program that holds the database for itself: a backup tool, another window. Ends when whoever started it does. */
const [file] = process.argv.slice(2)
if (!file) throw new Error('hold-database.ts <file>')
const sqlite = new Sqlite(file)
sqlite.exec('begin exclusive')
process.on('disconnect', () => process.exit(0))
process.send?.('held')
