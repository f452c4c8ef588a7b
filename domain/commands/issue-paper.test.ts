import { expect, test } from 'vitest'
import { anIssuedPaper, MONDAY } from '../../test/helpers/rows.ts'
import { judge } from '../decision.ts'
import { LONGEST_CONTENT } from '../issued-paper.ts'
import { IssuePaperArgs } from '../shapes/commands/issue-paper.ts'
import { objectToPapers, recordPapers } from './issue-paper.ts'

const rule = { kind: 'fact' as const, objection: objectToPapers, record: recordPapers }
const circumstances = { at: '2026-11-23T08:42:00.000Z', operatorName: 'Anne', role: 'secretary' as const }
const { issuedAt: _, issuedBy: __, ...one } = anIssuedPaper()
const other = {
  ...one,
  id: '01990000-0000-7000-8000-0000000000f2',
  requestId: 'request-2',
  candidateId: 'candidate-2',
}
const args = IssuePaperArgs.parse({ issuedAt: MONDAY, papers: [one, other] })
const written = (...papers: object[]) =>
  papers.map((paper) => ({ entity: 'issuedPaper', value: { ...paper, issuedAt: MONDAY, issuedBy: 'Anne' } }))

test('keeps each paper with when it was made and who issued it', () => {
  const known = new Map([
    ['request-1', 'candidate-1'],
    ['request-2', 'candidate-2'],
  ])
  for (const place of ['desk', 'hq'] as const)
    expect(judge(rule, args, { known }, circumstances, place)).toEqual({ ok: true, writes: written(one, other) })
})

test.each([
  ['has left the centre', new Map([['request-1', 'candidate-1']])],
  [
    'is not who asked',
    new Map([
      ['request-1', 'candidate-1'],
      ['request-2', 'candidate-1'],
    ]),
  ],
])('of somebody who %s nothing is kept: the desk refuses all, HQ keeps the others and says so', (_case, known) => {
  const refusal = { code: 'not-found' }
  expect(judge(rule, args, { known }, circumstances, 'desk')).toEqual({ ok: false, refusal })
  expect(judge(rule, args, { known }, circumstances, 'hq')).toEqual({
    ok: true,
    writes: written(one),
    misfit: refusal,
  })
})

test.each([
  ['none', []],
  ['more than a batch', Array.from({ length: 51 }, () => one)],
  ['of a kind that there is not', [{ ...one, kind: 'diploma' }]],
  ['whose content is longer than a paper', [{ ...one, content: 'a'.repeat(LONGEST_CONTENT + 1) }]],
  ['whose fingerprint is none', [{ ...one, fingerprint: 'ABC' }]],
])('papers that are %s are not issued', (_case, papers) => {
  expect(IssuePaperArgs.safeParse({ issuedAt: MONDAY, papers }).success).toBe(false)
})
