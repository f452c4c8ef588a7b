import type { PaymentRow, RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { Icon } from '../../kit/icons.tsx'
import { MenuButton } from '../../kit/menu-button.tsx'
import { PAPERS } from '../../text/screens/papers.ts'
import { PRINT_PAPERS } from '../../text/screens/print-papers.ts'
import { useOpenDocument } from './open-document.ts'
import { papersOfRequest } from './papers-of-request.ts'

type PrintMenuProps = { request: RequestRow; payments: readonly PaymentRow[] }

/** « Imprimer… » : every paper that the request calls for, made and opened by a click. */
export function PrintMenu({ request, payments }: PrintMenuProps) {
  const { open, isOpening } = useOpenDocument()
  const papers = papersOfRequest(request, payments)
  const making = papers.some(({ asked }) => isOpening(asked))
  return (
    <section>
      <MenuButton
        label={PRINT_PAPERS.menuOf(fullName(request.candidate))}
        items={papers.map(({ label }) => ({ value: label, label }))}
        onChoose={(chosen) => {
          const paper = papers.find(({ label }) => label === chosen)
          if (paper) void open(paper.asked)
        }}
      >
        <Icon name="papers" size={14} />
        {making ? PAPERS.making : PRINT_PAPERS.menu}
      </MenuButton>
    </section>
  )
}
