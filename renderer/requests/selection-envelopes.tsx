import type { RequestRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { PAPERS } from '../../text/screens/papers.ts'
import { PRINT_PAPERS } from '../../text/screens/print-papers.ts'
import { useOpenDocument } from '../papers/open-document.ts'

/** An envelope for each person selected, in the order of the list. `all`: whether every request selected is read by now. */
export function SelectionEnvelopes({ selected, all }: { selected: readonly RequestRow[]; all: boolean }) {
  const { open, isOpening } = useOpenDocument()
  const asked = { kind: 'envelope', requestIds: selected.map(({ id }) => id) } as const
  const people = new Set(selected.map(({ candidateId }) => candidateId)).size
  return (
    <Button tone="link" busy={!all || isOpening(asked)} onPress={() => void open(asked)}>
      {isOpening(asked) ? PAPERS.making : PRINT_PAPERS.envelopes(people)}
    </Button>
  )
}
