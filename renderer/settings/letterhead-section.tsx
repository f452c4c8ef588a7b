import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextField, Tick } from '../../kit/fields.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { CENTRE_TEXTS } from '../../text/screens/centre-texts.ts'
import { LETTERHEAD } from '../../text/screens/letterhead.ts'
import { SETTINGS } from '../../text/screens/settings.ts'
import { useRows } from '../api.ts'
import { HelpButton } from '../help/help-button.tsx'
import { LogoField } from './logo-field.tsx'
import { PaperPreview } from './paper-preview.tsx'
import { useSignatory } from './use-signatory.ts'

/** Logo et signature: beside a letter that bears them. */
export function LetterheadSection() {
  const { data: logo } = useRows('logo.read', {})
  const signatory = useSignatory()
  const { to, sound, notAllowed } = signatory
  return (
    <div className="settings-columns with-paper">
      <div className="card settings-card">
        <p className="muted">
          {LETTERHEAD.intro} <HelpButton page="textes-des-documents" />
        </p>
        {notAllowed ? (
          <Notice tone="calm" icon="person">
            {notAllowed} {SETTINGS.managerOnly}
          </Notice>
        ) : null}
        {logo === undefined ? null : <LogoField logo={logo} mayChange={notAllowed === null} />}
        {notAllowed ? null : <SignatureField signatory={signatory} />}
      </div>
      <PaperPreview
        typed={{ kind: 'reminder-letter', signatory: to }}
        sound={sound}
        hint={LETTERHEAD.preview}
        stamp={logo?.imageId ?? null}
      />
    </div>
  )
}

function SignatureField({ signatory }: { signatory: ReturnType<typeof useSignatory> }) {
  const { form, change, isFaulty, moved, sound, touched, why } = signatory
  const [asked, setAsked] = useState(false)
  const errorOf = (part: 'name' | 'quality' | 'place') => (asked && isFaulty(part) ? LETTERHEAD.missing : null)
  const save = () => {
    setAsked(true)
    if (sound) void signatory.save().then(() => setAsked(false))
  }
  return (
    <>
      <section className="signature-field" aria-labelledby="signature-title">
        <h3 id="signature-title">{LETTERHEAD.signature}</h3>
        {moved ? (
          <Notice tone="wait" icon="review">
            <b>{CENTRE_TEXTS.movedTitle}</b> {SETTINGS.changedMeanwhile}
            <div className="buttons">
              <Button small onPress={signatory.keepMine}>
                {CENTRE_TEXTS.keepMine}
              </Button>
              <Button small onPress={signatory.startAgain}>
                {SETTINGS.startAgain}
              </Button>
            </div>
          </Notice>
        ) : null}
        <Tick id="with-signatory" checked={form.signed} onChange={(signed) => change({ signed })}>
          {LETTERHEAD.withSignatory}
        </Tick>
        <p className="hint">{LETTERHEAD.signatureHint}</p>
        {form.signed ? (
          <>
            <TextField
              label={LETTERHEAD.name}
              value={form.name}
              onChange={(name) => change({ name })}
              error={errorOf('name')}
            />
            <TextField
              label={LETTERHEAD.quality}
              hint={LETTERHEAD.qualityHint}
              value={form.quality}
              onChange={(quality) => change({ quality })}
              error={errorOf('quality')}
            />
            <TextField
              label={LETTERHEAD.place}
              value={form.place}
              onChange={(place) => change({ place })}
              error={errorOf('place')}
            />
          </>
        ) : null}
      </section>
      <div className="settings-save">
        <Button tone="primary" reason={why} onPress={save}>
          {SETTINGS.save}
        </Button>
        {touched ? (
          <Button tone="quiet" onPress={signatory.startAgain}>
            {SETTINGS.startAgain}
          </Button>
        ) : null}
      </div>
    </>
  )
}
