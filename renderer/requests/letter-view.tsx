import type { ReactNode } from 'react'
import type { Block, LaidOut } from '../../text/mails/letter.ts'
import { REFUSE } from '../../text/screens/refuse.ts'

/** A mail as the candidate will read it. What they could press there is drawn, and does nothing here. */
export function LetterView({ letter: { subject, blocks, foot }, to }: { letter: LaidOut; to: string }) {
  return (
    <article className="letter" aria-label={REFUSE.preview}>
      <dl>
        <dt>{REFUSE.to}</dt>
        <dd>{to}</dd>
        <dt>{REFUSE.subject}</dt>
        <dd>
          <b>{subject}</b>
        </dd>
      </dl>
      {/* It scrolls, and holds nothing that takes the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too */}
      <div className="letter-body" tabIndex={0}>
        {keyed(blocks).map(([key, block]) => (
          <LetterBlock key={key} block={block} />
        ))}
        <p className="sub foot">
          {foot.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      </div>
    </article>
  )
}

function LetterBlock({ block }: { block: Block }): ReactNode {
  if (block.kind === 'heading') return <h3>{block.words}</h3>
  if (block.kind === 'list')
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    )
  if (block.kind === 'quote') return <blockquote>{block.lines.join('\n')}</blockquote>
  if (block.kind === 'facts')
    return (
      <p>
        {block.facts.map(([label, value]) => (
          <span key={label} className="fact">
            {label}
            {'\u00a0: '}
            <b>{value}</b>
          </span>
        ))}
      </p>
    )
  if (block.kind === 'button') return <p className="letter-button">{block.words}</p>
  if (block.kind === 'link') return <p className="letter-link">{block.words}</p>
  return <p>{block.words}</p>
}

/** Blocks never move: their place is their key. */
function keyed(blocks: readonly Block[]): [string, Block][] {
  return blocks.map((block, index) => [`${index} ${block.kind}`, block])
}
