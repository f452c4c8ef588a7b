import { TEXT_SIZES, THEMES } from '../../contract/choices.ts'
import { Choices, Tick } from '../../kit/fields.tsx'
import { APPEARANCE } from '../../text/screens/settings.ts'
import { type Appearance, useAppearance } from './appearance.ts'

const CONTRASTS = ['system', 'more'] as const
const MOTIONS = ['system', 'reduced'] as const

/** Apparence: each choice is worn at once, and kept for the person who makes it. */
export function AppearanceSection() {
  const [appearance, setAppearance] = useAppearance()
  const change = (part: Partial<Appearance>) => setAppearance((one) => ({ ...one, ...part }))
  const { theme, contrast, textSize, motion, letters } = appearance
  return (
    <div className="card settings-card">
      <p className="muted">{APPEARANCE.intro}</p>
      <Choices
        inline
        label={APPEARANCE.theme}
        value={theme}
        options={THEMES.map((value) => ({ value, label: APPEARANCE.themes[value] }))}
        onChange={(value) => change({ theme: value })}
      />
      <Choices
        inline
        label={APPEARANCE.contrast}
        value={contrast}
        options={CONTRASTS.map((value) => ({ value, label: APPEARANCE.contrasts[value] }))}
        onChange={(value) => change({ contrast: value })}
      />
      <Choices
        inline
        label={APPEARANCE.textSize}
        value={`${textSize}`}
        options={TEXT_SIZES.map((size) => ({ value: `${size}`, label: APPEARANCE.sizes(size) }))}
        onChange={(value) => change({ textSize: TEXT_SIZES.find((size) => `${size}` === value) ?? 100 })}
      />
      <Choices
        inline
        label={APPEARANCE.motion}
        value={motion}
        options={MOTIONS.map((value) => ({ value, label: APPEARANCE.motions[value] }))}
        onChange={(value) => change({ motion: value })}
      />
      <div className="field">
        <span className="label">{APPEARANCE.letters}</span>
        <Tick id="letters" checked={letters} onChange={(checked) => change({ letters: checked })}>
          {APPEARANCE.lettersTick}
        </Tick>
        <p className="hint">{APPEARANCE.lettersHint}</p>
      </div>
    </div>
  )
}
