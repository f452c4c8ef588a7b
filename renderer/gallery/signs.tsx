import { ICON_NAMES, Icon } from '../../kit/icons.tsx'
import { Progress } from '../../kit/progress.tsx'
import { Notice, StatusTag, type Tone } from '../../kit/status-tag.tsx'
import { Family, State } from './states.tsx'

const COLOURS = [
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'field',
  'paper',
  'ground',
  'rail',
  'hover',
  'chosen',
  'accent',
  'accent-soft',
  'wait',
  'wait-bg',
  'go',
  'go-bg',
  'due',
  'due-bg',
  'stop',
  'stop-bg',
  'calm',
  'calm-bg',
  'held',
] as const
const TONES: readonly { tone: Tone; icon: 'clock' | 'check' | 'payments' | 'alert' | 'arrow'; word: string }[] = [
  { tone: 'wait', icon: 'clock', word: 'En attente' },
  { tone: 'go', icon: 'check', word: 'Validée · 50,00 €' },
  { tone: 'due', icon: 'payments', word: 'À régler · mer. 25 nov. 24 h' },
  { tone: 'stop', icon: 'alert', word: 'Délai dépassé' },
  { tone: 'calm', icon: 'arrow', word: 'Pré-validée · à transmettre' },
]

/** Colours, icons, states, sentences that must be seen, bars. */
export function Signs() {
  return (
    <>
      <section aria-label="Couleurs">
        <h2>Couleurs</h2>
        <div className="swatches">
          {COLOURS.map((name) => (
            <div key={name} className="swatch">
              <i style={{ background: `var(--${name})` }} />
              {name}
            </div>
          ))}
        </div>
      </section>
      <section aria-label="Icônes">
        <h2>Icônes</h2>
        <div className="swatches">
          {ICON_NAMES.map((name) => (
            <div key={name} className="swatch">
              <Icon name={name} size={20} /> {name}
            </div>
          ))}
        </div>
      </section>
      <Family title="États">
        {TONES.map(({ tone, icon, word }) => (
          <State key={tone} name={tone}>
            <StatusTag tone={tone} icon={icon}>
              {word}
            </StatusTag>
          </State>
        ))}
      </Family>
      <Family title="Phrases à voir">
        {TONES.map(({ tone, icon, word }) => (
          <State key={tone} name={tone}>
            <Notice tone={tone} icon={icon}>
              {word}, et une phrase assez longue pour passer à la ligne et se lire sans effort.
            </Notice>
          </State>
        ))}
      </Family>
      <Family title="Barres">
        <State name="au début">
          <Progress label="Aucune" done={0} total={400} />
        </State>
        <State name="en cours">
          <Progress label="150 sur 400" done={150} total={400} />
        </State>
        <State name="finie">
          <Progress label="400 sur 400" done={400} total={400} />
        </State>
      </Family>
    </>
  )
}
