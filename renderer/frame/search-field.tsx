import { Icon } from '../../kit/icons.tsx'
import { SEARCH } from '../../text/screens/search.ts'

/** Looks like the field that it opens: a candidate, a payer, a receipt, a page of the guide. Ctrl+K does the same from anywhere. */
export function SearchField({ open }: { open: () => void }) {
  return (
    <button
      type="button"
      className="find opens"
      aria-keyshortcuts="Control+K"
      aria-haspopup="dialog"
      title={SEARCH.nucIs}
      onClick={open}
    >
      <Icon name="search" />
      <span className="hint">
        <span className="visually-hidden">{SEARCH.title} </span>
        {SEARCH.short}
      </span>
      <span className="key" aria-hidden="true">
        {SEARCH.key}
      </span>
    </button>
  )
}
