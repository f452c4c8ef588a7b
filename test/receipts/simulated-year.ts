/** `npm run verify:receipts -- --simulated-year`: a year of receipts on three PCs holds; one altered byte, one receipt gone, are found. */
import { receiptCheckLines } from '../../text/receipt-check-lines.ts'
import { alterOneByte, playYear, takeOneAway } from './play-year.ts'

const PEOPLE = 240
const SEED = 2026

console.log(`Une année de reçus sur trois postes, coupés du siège à tour de rôle (graine ${SEED})…`)
const year = await playYear({ people: PEOPLE, seed: SEED })
let asAwaited = true
const expectThat = (holds: boolean) => {
  asAwaited &&= holds
}
try {
  console.log(`${year.receipts} reçus émis, ${year.creditNotes} avoirs.\n`)
  const checks = []
  for (const desk of year.desks) checks.push(await desk.call('receipt.check', {}))
  const [first] = checks
  if (!first) throw new Error('no PC')
  for (const line of receiptCheckLines(first)) console.log(line)
  expectThat(checks.every(({ years }) => years.every(({ faultCount }) => faultCount === 0)))
  expectThat(checks.every(({ years }) => JSON.stringify(years) === JSON.stringify(first.years)))
  console.log('Les trois postes disent la même chose.\n')

  const [, second, third] = year.desks
  if (!second || !third) throw new Error('three PCs')
  const altered = await alterOneByte(third)
  console.log(`Un octet du reçu ${altered} est changé dans le fichier d’un poste :`)
  expectThat(await finds(third, altered))
  const gone = await takeOneAway(second)
  console.log(`\nLe reçu ${gone} est retiré du fichier d’un autre :`)
  expectThat(await finds(second, gone))
} finally {
  await year.stop()
}
process.exitCode = asAwaited ? 0 : 1

async function finds(desk: (typeof year.desks)[number], number: string): Promise<boolean> {
  const check = await desk.call('receipt.check', {})
  for (const line of receiptCheckLines(check)) console.log(line)
  const faults = check.years.flatMap((one) => one.faults)
  return faults.length === 1 && JSON.stringify(faults).includes(number)
}
