import { WORDING_KINDS, type WordingKind } from '../../domain/placeholders.ts'
import { WORDING_FIELDS } from '../../domain/wording.ts'
import { isOneOf } from '../../kit/accepts.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { useKept } from '../../kit/kept.ts'
import { Notice } from '../../kit/status-tag.tsx'
import { CENTRE_TEXTS } from '../../text/screens/centre-texts.ts'
import { SETTINGS } from '../../text/screens/settings.ts'
import { WORDINGS } from '../../text/screens/wordings.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { PaperPreview } from './paper-preview.tsx'
import { useWording } from './use-wording.ts'
import { WordingField } from './wording-field.tsx'

const isKind = isOneOf(...WORDING_KINDS)

/** Textes des documents: the passage of each paper that is the centre's, typed beside the paper itself. */
export function WordingsSection() {
  const { settings } = useOffice().desk
  const [kind, setKind] = useKept<WordingKind>('settings.wording', 'convocation', isKind)
  return (
    <>
      <fieldset className="chips">
        <legend className="visually-hidden">{WORDINGS.choose}</legend>
        {WORDING_KINDS.map((one) => (
          <button key={one} type="button" className="chip" aria-pressed={one === kind} onClick={() => setKind(one)}>
            {WORDINGS.kinds[one]}
            {settings[WORDING_FIELDS[one]] === null ? null : (
              <>
                <Icon name="edit" size={13} />
                <span className="visually-hidden">{WORDINGS.changed}</span>
              </>
            )}
          </button>
        ))}
      </fieldset>
      <OneWording key={kind} kind={kind} />
    </>
  )
}

function OneWording({ kind }: { kind: WordingKind }) {
  const wording = useWording(kind)
  const { text, to, sound, notAllowed } = wording
  return (
    <div className="settings-columns with-paper">
      <div className="card settings-card">
        <p className="muted">
          {WORDINGS.intro} <HelpButton page="textes-des-documents" />
        </p>
        {notAllowed ? (
          <>
            <Notice tone="calm" icon="person">
              {notAllowed} {SETTINGS.managerOnly}
            </Notice>
            <blockquote className="wording-read">{text.trim() === '' ? WORDINGS.empty : text}</blockquote>
          </>
        ) : (
          <Typed kind={kind} wording={wording} />
        )}
      </div>
      <PaperPreview typed={{ kind, text: to }} sound={sound} hint={WORDINGS.previewHint} />
    </div>
  )
}

function Typed({ kind, wording }: { kind: WordingKind; wording: ReturnType<typeof useWording> }) {
  const { text, faults, tooLong, change, moved, isOriginal, touched } = wording
  return (
    <>
      {moved ? (
        <Notice tone="wait" icon="review">
          <b>{CENTRE_TEXTS.movedTitle}</b> {SETTINGS.changedMeanwhile}
          <div className="buttons">
            <Button small onPress={wording.keepMine}>
              {CENTRE_TEXTS.keepMine}
            </Button>
            <Button small onPress={wording.startAgain}>
              {SETTINGS.startAgain}
            </Button>
          </div>
        </Notice>
      ) : null}
      <WordingField kind={kind} text={text} faults={faults} tooLong={tooLong} onChange={change} />
      <div className="settings-save">
        <Button tone="primary" reason={wording.why} onPress={() => void wording.save()}>
          {SETTINGS.save}
        </Button>
        <Button reason={isOriginal ? WORDINGS.isOriginal : null} onPress={wording.backToOriginal}>
          {WORDINGS.original}
        </Button>
        {touched ? (
          <Button tone="quiet" onPress={wording.startAgain}>
            {SETTINGS.startAgain}
          </Button>
        ) : null}
      </div>
    </>
  )
}
