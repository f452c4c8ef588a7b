import { isOneOf } from '../../kit/accepts.ts'
import { useKept } from '../../kit/kept.ts'
import { SETTINGS } from '../../text/screens/settings.ts'
import { AppearanceSection } from './appearance-section.tsx'
import { CentreTextsSection } from './centre-texts-section.tsx'
import { ClosedDaysSection } from './closed-days-section.tsx'
import { LetterheadSection } from './letterhead-section.tsx'
import { ThisDeskSection } from './this-desk-section.tsx'
import { WordingsSection } from './wordings-section.tsx'

const SECTIONS = ['this-desk', 'appearance', 'texts', 'wordings', 'letterhead', 'days'] as const
type Section = (typeof SECTIONS)[number]
const isSection = isOneOf(...SECTIONS)

const SECTION_VIEWS: Readonly<Record<Section, () => React.JSX.Element>> = {
  'this-desk': ThisDeskSection,
  appearance: AppearanceSection,
  texts: CentreTextsSection,
  wordings: WordingsSection,
  letterhead: LetterheadSection,
  days: ClosedDaysSection,
}

/** Réglages: this PC, how it looks for one person, what the centre says of itself and when it is closed. */
export function SettingsScreen() {
  const [section, setSection] = useKept<Section>('settings.section', 'this-desk', isSection)
  const View = SECTION_VIEWS[section]
  return (
    <div className="screen settings">
      <div className="head">
        <h1>{SETTINGS.title}</h1>
      </div>
      <nav className="settings-list" aria-label={SETTINGS.sections}>
        <ul>
          {SECTIONS.map((name) => (
            <li key={name}>
              <a
                href={`#settings-${name}`}
                aria-current={name === section ? 'page' : undefined}
                onClick={(event) => {
                  event.preventDefault()
                  setSection(name)
                }}
              >
                {SETTINGS.section[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <section className="settings-body" aria-labelledby="settings-section">
        <h2 id="settings-section">{SETTINGS.section[section]}</h2>
        <View />
      </section>
    </div>
  )
}
