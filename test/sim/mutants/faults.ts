// biome-ignore-all lint/suspicious/noTemplateCurlyInString: text of the code that is changed

/**
 * One deliberate fault. `find` stands exactly once in the file. `equivalent`: why no oracle can see it. `rare`: a seed known to show what
 * few seeds show; it is tried first.
 */
export type Fault = { name: string; file: string; find: string; put: string; equivalent?: string; rare?: number }

export const faults: readonly Fault[] = [
  // The desk: sending.
  {
    name: 'a command is settled by the answer to its sending',
    file: 'main/sync/push.ts',
    find: 'for (const { id } of batch) sent.add(id)',
    put: `for (const { id } of batch) sent.add(id)
    if (reply.ok)
      for (const { id, status, code } of reply.value.results)
        if (id !== null && (status === 'applied' || status === 'refused')) await saveState(db, [id], { state: status, code })`,
  },
  {
    name: 'sending is not marked before the call',
    file: 'main/sync/push.ts',
    find: '    await markSending(',
    put: '    if (size < 0) await markSending(',
  },
  {
    name: 'commands leave in the reverse order',
    file: 'main/sync/push.ts',
    find: 'return batch.map(asSent)',
    put: 'return batch.map(asSent).reverse()',
  },
  {
    name: 'a command that may still be undone holds nobody back',
    file: 'main/sync/push.ts',
    find: 'return held === -1 ? [...pending] : pending.slice(0, held)',
    put: 'return held === -1 ? [...pending] : pending.filter((_, n) => n !== held)',
  },
  {
    name: 'what is sent is not sent again',
    file: 'main/sync/push.ts',
    find: '.filter(({ id }) => !sent.has(id))',
    put: ".filter(({ id, state }) => !sent.has(id) && state === 'waiting')",
  },
  {
    name: 'one command that HQ cannot read stops the others for ever',
    file: 'main/sync/push.ts',
    find: 'if (unreadable.length > 0) await quarantine(db, unreadable, now)',
    put: "if (unreadable.length > 0) return 'hq-error'",
  },
  {
    name: 'what depends on a command set aside is not set aside',
    file: 'main/sync/push.ts',
    find: 'if (!aside.has(id) && dependsOn.some((named) => aside.has(named)))',
    put: 'if (id === dependsOn[0])',
  },
  {
    name: 'what a command set aside had changed stays changed',
    file: 'main/sync/push.ts',
    find: '    await rebase(tx, [])\n',
    put: '',
  },

  // The desk: bringing back.
  {
    name: 'the cursor is saved before the page, outside its transaction',
    file: 'main/sync/pull.ts',
    find: '    if (moved) {\n',
    put: `    if (moved) {
      await saveSyncState(db, { cursorCommon: String(cursor.common), cursorCentre: String(cursor.centre) })
      Object.assign(after, cursor)
`,
    rare: 6,
  },
  {
    name: 'the cursor is not saved',
    file: 'main/sync/pull.ts',
    find: '          cursorCentre: String(cursor.centre),\n',
    put: '',
  },
  {
    name: 'a first reading that was cut begins with what was left of it',
    file: 'main/sync/pull.ts',
    find: "...(last ? { snapshotComplete: '1', refetching: null, snapshotCounts: null } : {}),",
    put: "snapshotComplete: '1', refetching: null, snapshotCounts: null,",
  },
  {
    name: 'a first reading forgets how far the feed went when it began',
    file: 'main/sync/pull.ts',
    find: '...(last && (state.cursorCentre === undefined ||',
    put: "...(last && (state.cursorCentre === 'never' ||",
    equivalent:
      'all changes are then read again from the first, each at a revision that is there already; or, once HQ has forgotten them, all rows: slower, and the same in the end',
  },
  {
    name: 'no replay after a pull',
    file: 'main/sync/rebase.ts',
    find: 'for (const command of await listPending(tx)) await replay(tx, command)',
    put: '',
  },
  {
    name: 'rows are not put back to what HQ confirmed',
    file: 'main/sync/rebase.ts',
    find: '  await restoreConfirmed(tx)\n',
    put: '',
  },
  {
    name: 'an older copy replaces a newer one',
    file: 'main/sync/rebase.ts',
    find: 'if (stands && kept.revision >= revision && !overwrite) continue',
    put: '',
  },
  {
    name: 'a tombstone is ignored',
    file: 'main/sync/rebase.ts',
    find: 'else await takeAway(tx, entity, id)\n        count',
    put: 'count',
  },
  {
    name: 'a tombstone takes rows that are being worked on',
    file: 'main/sync/rebase.ts',
    find: 'if (working.has(placeText(entity, id))) await spare(tx, entity, id)',
    put: 'if (working.size < 0) await spare(tx, entity, id)',
  },
  {
    name: 'a spared row is never let go',
    file: 'main/sync/rebase.ts',
    find: '  await dropSpared(tx)\n',
    put: '',
  },
  {
    name: 'outcomes settle nothing',
    file: 'main/sync/rebase.ts',
    find: 'const settled = await settle(tx, rows)',
    put: 'const settled = rows.length < 0 ? await settle(tx, rows) : 0',
  },
  {
    name: 'a refusal is kept as an acceptance',
    file: 'main/sync/rebase.ts',
    find: 'await saveState(tx, [id], { state: status, code, detail, settledAt: decidedAt })',
    put: "await saveState(tx, [id], { state: 'applied', code, detail, settledAt: decidedAt })",
  },
  {
    name: 'facts are run again after a pull',
    file: 'main/sync/rebase.ts',
    find: 'if (!isCommandName(name) || !isDecision(name)) return',
    put: 'if (!isCommandName(name)) return',
  },
  {
    name: 'a replay takes the present instant',
    file: 'main/sync/rebase.ts',
    find: 'const { name, at, operator } = command',
    put: 'const { name, sendAfter: at, operator } = command',
  },

  // The desk: the click, its undo, its tables.
  {
    name: 'the confirmed copy is kept again at each touch',
    file: 'db/shadow.ts',
    find: 'if (known) return { revision: known.revision, first: false }',
    put: "if (known) await tx.deleteFrom('shadow').where('entity', '=', entity).where('id', '=', id).execute()",
  },
  {
    name: 'a row that HQ never had is kept when its decision falls',
    file: 'db/shadow.ts',
    find: 'if (value === null) await removeRow(tx, entity, id)',
    put: 'if (value === null) continue',
  },
  {
    name: 'a decision does not name those it is built on',
    file: 'main/commands/run-click.ts',
    find: '...leansOn])]',
    put: '])]',
  },
  {
    name: 'a click is kept in several transactions',
    file: 'main/commands/run-click.ts',
    find: '    for (const draft of drafts) done.push(await runDraft(tx, draft, done, clickId, desk))\n',
    put: `    for (const draft of drafts) {
      const { sql } = await import('kysely')
      if (done.length > 0) await sql.raw('commit').execute(tx)
      if (done.length > 0) await sql.raw('begin').execute(tx)
      done.push(await runDraft(tx, draft, done, clickId, desk))
    }
`,
  },
  {
    name: 'undo is allowed while the command is on its way',
    file: 'main/commands/undo-click.ts',
    find: "state !== 'waiting' || sendAfter <= now",
    put: "!['waiting', 'sending'].includes(state) || sendAfter <= now",
    rare: 10,
  },
  {
    name: 'undo does not look at what was done since',
    file: 'main/commands/undo-click.ts',
    find: 'dependsOn.some((id) => ids.has(id)) || touches.some((touch) => touched.has(touch)),',
    put: 'dependsOn.length < 0 && touches.length < 0,',
  },
  {
    name: 'undo leaves the rows as they are',
    file: 'main/commands/undo-click.ts',
    find: '    await rebase(tx, [])\n',
    put: '',
  },
  {
    name: 'undo leaves what a note or a reminder had added',
    file: 'main/commands/undo-click.ts',
    find: '    for (const command of click) await removeAdded(tx, command)\n',
    put: '',
    rare: 23,
  },
  {
    name: 'a note of somebody who has left the centre stays on the PC that made it',
    file: 'main/sync/rebase.ts',
    find: '  for (const command of await listLeaving(tx, [...ours])) await removeAdded(tx, command)\n',
    put: '',
    rare: 43,
  },
  {
    name: 'receipt numbers leave gaps',
    file: 'db/payments.ts',
    find: ".select((eb) => eb.fn.max('sequence').as('last'))",
    put: ".select((eb) => eb.fn.max('year').as('last'))",
  },

  // HQ.
  {
    name: 'HQ does not remember what it judged',
    file: 'hq/commands/run-command.ts',
    find: '  if (known) return known\n',
    put: "  if (known) await tx.deleteFrom('commandLog').where('id', '=', id).execute()\n  if (known) await tx.deleteFrom('outcome').where('id', '=', id).execute()\n",
  },
  {
    name: 'HQ judges by the clock of the desk',
    file: 'hq/commands/run-command.ts',
    find: 'const at = hq.clock.now()',
    put: 'const { at } = command',
  },
  {
    name: 'HQ does not refuse what depends on a refusal',
    file: 'hq/commands/run-command.ts',
    find: "if (dependencies.includes('refused')) return { code: 'depends-on-refused' }",
    put: '',
  },
  {
    name: 'HQ refuses facts',
    file: 'hq/commands/run-command.ts',
    find: "judge(ruleOf(name), args, facts, circumstances, 'hq')",
    put: "judge(ruleOf(name), args, facts, circumstances, 'desk')",
  },
  {
    name: 'a refusal has no line in À revoir',
    file: 'hq/commands/run-command.ts',
    find: '    writes.push(await askForReview(',
    put: "    if (kind === 'misfit') writes.push(await askForReview(",
  },
  {
    name: 'a refusal has no outcome',
    file: 'hq/commands/run-command.ts',
    find: 'await publish(tx, { centreId, commandId: id, at, writes, elsewhere',
    put: "await publish(tx, { centreId, commandId: id, at, writes: status === 'refused' ? [] : writes, elsewhere",
  },
  {
    name: 'one refusal stops the rest of the batch',
    file: 'hq/commands/run-commands.ts',
    find: "stopped = result.status === 'failed'",
    put: "stopped = result.status !== 'applied'",
  },
  {
    name: 'HQ goes on after a failure',
    file: 'hq/commands/run-commands.ts',
    find: "stopped = result.status === 'failed'",
    put: 'stopped = false',
    rare: 42,
  },
  {
    name: 'HQ counts no seats',
    file: 'hq/commands/prevalidate.ts',
    find: 'used: await countUsedSeats(tx, centreId, offeringIds)',
    put: 'used: new Map<string, number>()',
    rare: 9,
  },
  {
    name: 'HQ counts pre-validated seats only',
    file: 'hq/commands/lock-entries.ts',
    find: 'ENTRY_STATUSES.filter(holdsSeat)',
    put: "ENTRY_STATUSES.filter((status) => status === 'prevalidated')",
    rare: 5,
  },
  {
    name: 'seats may go below what is taken',
    file: 'hq/commands/set-seats.ts',
    find: 'used: used.get(offeringId) ?? 0',
    put: 'used: Math.min(0, used.size)',
    rare: 109,
  },
  {
    name: 'HQ opens one set of software twice',
    file: 'hq/commands/open-offering.ts',
    find: "others: others.map((row) => toValue('offering', row)),",
    put: "others: others.slice(others.length).map((row) => toValue('offering', row)),",
    rare: 43,
  },
  {
    name: 'HQ adds one sitting twice',
    file: 'hq/commands/set-sitting.ts',
    find: "others: others.map((row) => toValue('sitting', row)),",
    put: "others: others.slice(others.length).map((row) => toValue('sitting', row)),",
    rare: 59,
  },
  {
    name: 'HQ forgets payments taken back',
    file: 'hq/commands/standing-payments.ts',
    find: 'select from payment_void where payment_void.centre_id = payment.centre_id and payment_void.payment_id = payment.id)`',
    put: "select from payment_void where payment_void.centre_id = payment.centre_id and payment_void.payment_id = 'none')`",
    rare: 4,
  },
  {
    name: 'HQ leaves out the last of those noted together',
    file: 'hq/commands/mark-attendance.ts',
    find: 'const entries = await readEntries(tx, centreId, ids)',
    put: 'const entries = await readEntries(tx, centreId, ids.length > 1 ? ids.slice(0, -1) : ids)',
    rare: 82,
  },
  {
    name: 'the desk takes a mark for nobody’s work',
    file: 'main/commands/touches.ts',
    find: "if (entity === 'reminder' || entity === 'issuedPaper' || entity === 'attendanceMark')",
    put: "if (entity === 'reminder' || entity === 'issuedPaper')",
    rare: 46,
  },
  {
    name: 'HQ counts cheques that bounced',
    file: 'hq/commands/standing-payments.ts',
    find: "    and cheque_end.outcome = 'bounced' and ${endStands})`",
    put: "    and cheque_end.outcome = 'none' and ${endStands})`",
    rare: 449,
  },
  {
    name: 'the desk counts cheques that bounced',
    file: 'db/cheques.ts',
    find: "cheque_end.payment_id = ${paymentId} and outcome = 'bounced' and ${endStands})`",
    put: "cheque_end.payment_id = ${paymentId} and outcome = 'none' and ${endStands})`",
    rare: 121,
  },
  {
    name: 'HQ holds on to an answer of the bank that was taken back',
    file: 'hq/commands/standing-payments.ts',
    find: 'cheque_end_void.centre_id = cheque_end.centre_id and cheque_end_void.end_id = cheque_end.id)`',
    put: "cheque_end_void.centre_id = cheque_end.centre_id and cheque_end_void.end_id = 'none')`",
    rare: 257,
  },
  {
    name: 'the desk holds on to an answer of the bank that was taken back',
    file: 'db/cheques.ts',
    find: 'where cheque_end_void.end_id = cheque_end.id)`',
    put: "where cheque_end_void.end_id = 'none')`",
    rare: 257,
  },
  {
    name: 'HQ lets one credit be used twice',
    file: 'hq/commands/credit-facts.ts',
    find: "uses.map((row) => toValue('creditUse', row)),",
    put: "uses.slice(uses.length).map((row) => toValue('creditUse', row)),",
    rare: 141,
  },
  {
    name: 'the desk forgets what was given back',
    file: 'main/commands/credit-facts.ts',
    find: 'returned: returns.reduce((sum, { amount }) => sum + amount, 0),',
    put: 'returned: 0,',
    rare: 69,
  },
  {
    name: 'a line of a bank statement counts twice',
    file: 'hq/commands/match-statement.ts',
    find: 'lineUsed: line !== undefined,',
    put: 'lineUsed: false,',
    rare: 5,
  },
  {
    name: 'a page cuts an HQ transaction in half',
    file: 'hq/read-changes.ts',
    find: 'rows: rows as WireRow[] }))',
    put: 'rows: (rows as WireRow[]).slice(0, 3) }))',
  },
  {
    name: 'a page skips a position',
    file: 'hq/read-changes.ts',
    find: "    .where('position', '<=', last)\n",
    put: "    .where('position', '<=', last)\n    .where('position', '!=', 9)\n",
  },
  {
    name: 'a first reading notes the position after its rows',
    file: 'hq/routes/snapshot.ts',
    find: 'cursor: place.cursor,',
    put: 'cursor: next === null ? await headsOf(db, centreId) : place.cursor,',
  },
  {
    name: 'revisions do not grow',
    file: 'hq/db/rows.ts',
    find: 'revision: sql`${sql.ref(`${entity}.revision`)} + 1`',
    put: 'revision: sql`${sql.ref(`${entity}.revision`)} + 0`',
  },
  {
    name: 'a position is taken before the rows are written, and kept whatever becomes of them',
    file: 'hq/feed.ts',
    find: ".returning('head')",
    put: ".returning(sql<number>`head + case when head = 12 then 1 else 0 end`.as('head'))",
  },
  {
    name: 'a candidate’s row goes to one of their centres only',
    file: 'hq/feed.ts',
    find: "const centres = row.entity === ('candidate' satisfies EntityName) ? new Set(audience.get(row.id)) : new Set<string>()",
    put: 'const centres = new Set<string>(audience.size < 0 ? audience.get(row.id) : [])',
  },

  // Two sides that agree, copies of a disk, old changes forgotten.
  {
    name: '« à jour » is said without looking at the sums',
    file: 'main/sync/agree.ts',
    find: "isEqual(sums, digest) ? 'agrees' : 'differs'",
    put: "'agrees'",
  },
  {
    name: 'a repair leaves what HQ does not have',
    file: 'main/sync/agree.ts',
    find: '[...wrong, ...gone], { overwrite: true }',
    put: '[...wrong], { overwrite: true }',
  },
  {
    name: 'a repair does not replace what is at the same revision',
    file: 'main/sync/agree.ts',
    find: '[...wrong, ...gone], { overwrite: true }',
    put: '[...wrong, ...gone], { overwrite: false }',
    rare: 14,
  },
  {
    name: 'HQ does not look at the chain of contacts',
    file: 'hq/device-contact.ts',
    find: "if (contact !== device.contact) throw new HttpError('forked')",
    put: '',
  },
  {
    name: 'what is pending keeps the name that the PC has lost',
    file: 'main/sync/renew.ts',
    find: 'const sent = await giveToDevice(tx, deviceId)',
    put: 'const sent = 0',
  },
  {
    name: 'HQ forgets changes and does not say from where',
    file: 'hq/compact.ts',
    find: 'greatest(floor, ${last.position})',
    put: 'floor + 0 * ${last.position}',
  },
  {
    name: 'all rows are read again and the cursor stays where HQ has forgotten',
    file: 'main/sync/pull.ts',
    find: 'state.refetching === CURSOR_TOO_OLD)',
    put: "state.refetching === 'never')",
  },
  {
    name: 'an answer by file moves the cursor back',
    file: 'main/rescue/read-return.ts',
    find: 'cursorCentre: String(Math.max(to.centre, cursor.centre)),',
    put: 'cursorCentre: String(to.centre),',
  },
]
