/** A promise that did not hold: which oracle saw it, and what it saw. */
export class Broken extends Error {
  readonly oracle: Oracle

  constructor(oracle: Oracle, saw: string) {
    super(saw)
    this.oracle = oracle
  }
}

export const ORACLES = {
  'sees-confirmed-and-own':
    'a PC shows what HQ confirmed up to its cursor and its own commands that HQ has not shown it yet',
  'register-keeps':
    'each answered click is in the register as it was made, with the state that HQ’s outcome or the person gave it',
  'judged-as-the-rule-says':
    'HQ’s outcome, its reason and its rows are what the rule says over HQ’s own rows at HQ’s own time',
  'seats-never-exceeded': 'no offering of HQ ever has more seats taken than it has',
  'order-of-device': 'the outcomes of a device follow its order',
  'judged-once': 'each command has one outcome, and each fact one row',
  'positions-whole': 'positions follow each other without a gap',
  'holds-back-nothing': 'a command that is refused or cannot be read holds back only those that name it',
  'refusal-in-sight': 'whatever HQ refused or could not fit is in one line of À revoir',
  'undo-holds': 'what was undone never reaches HQ, and what has left is not undone',
  'equal-after-quiet': 'after quiet every PC and HQ hold the same rows, and nothing waits',
  'reading-ends': 'an exchange comes to an end',
  'no-surprise': 'neither side meets an error that nobody planned',
  'one-identity': 'two PCs never pass for one',
  'money-adds-up':
    'no payment, nor its credit, is shared out beyond its amount; what a session received is the sum of its payments that stand, and of its receipts',
  'file-whole': 'the database file passes its own check',
  deterministic: 'the same seed gives the same day',
} as const

export type Oracle = keyof typeof ORACLES
