import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Choices, TextField, Tick } from '../../kit/fields.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { CENTRE_TEXTS, VAT_KINDS } from '../../text/screens/centre-texts.ts'
import { SETTINGS } from '../../text/screens/settings.ts'
import { HelpButton } from '../help/help-button.tsx'
import { ReceiptHead } from './receipt-head.tsx'
import { useCentreTexts } from './use-centre-texts.ts'

const { names } = CENTRE_TEXTS

/** Textes du centre: typed beside what they will look like at the head of a receipt. */
export function CentreTextsSection() {
  const texts = useCentreTexts()
  const [asked, setAsked] = useState(false)
  const { form, change, moved, notAllowed } = texts
  const errors = asked ? texts.errors : {}
  const save = () => {
    setAsked(true)
    if (!texts.wrong) void texts.save().then(() => setAsked(false))
  }
  if (notAllowed)
    return (
      <div className="settings-columns">
        <Notice tone="calm" icon="person">
          {notAllowed} {SETTINGS.managerOnly}
        </Notice>
        <ReceiptHead texts={texts.texts} whole />
      </div>
    )
  return (
    <div className="settings-columns">
      <div className="card settings-card">
        <p className="muted">
          {CENTRE_TEXTS.intro} <HelpButton page="textes-du-centre" />
        </p>
        {moved ? (
          <Notice tone="wait" icon="review">
            <b>{CENTRE_TEXTS.movedTitle}</b> {SETTINGS.changedMeanwhile}
            <div className="buttons">
              <Button small onPress={texts.keepMine}>
                {CENTRE_TEXTS.keepMine}
              </Button>
              <Button small onPress={texts.startAgain}>
                {SETTINGS.startAgain}
              </Button>
            </div>
          </Notice>
        ) : null}
        <Choices
          label={names.vatWording}
          hint={CENTRE_TEXTS.vatHint}
          value={form.vat}
          options={VAT_KINDS.map((value) => ({ value, label: CENTRE_TEXTS.vat[value] }))}
          onChange={(vat) => change({ vat })}
          error={form.vat === null ? CENTRE_TEXTS.toChoose : null}
        />
        {form.vat === 'rate' ? (
          <TextField
            numeric
            label={CENTRE_TEXTS.rate}
            value={form.rate}
            onChange={(rate) => change({ rate })}
            error={errors.vatWording}
          />
        ) : null}
        {form.vat === 'other' ? (
          <TextField
            label={CENTRE_TEXTS.vatText}
            value={form.vatText}
            onChange={(vatText) => change({ vatText })}
            error={errors.vatWording}
          />
        ) : null}
        <TextField
          lines
          label={names.addressLines}
          hint={CENTRE_TEXTS.addressHint}
          value={form.address}
          onChange={(address) => change({ address })}
          error={errors.addressLines}
        />
        <div className="field">
          <span className="label">{names.activity}</span>
          <Tick id="with-activity" checked={form.withActivity} onChange={(withActivity) => change({ withActivity })}>
            {CENTRE_TEXTS.withActivity}
          </Tick>
          {form.withActivity ? (
            <>
              <div className="side-by-side">
                <TextField
                  label={CENTRE_TEXTS.activityNumber}
                  value={form.number}
                  onChange={(number) => change({ number })}
                  error={errors.activity}
                />
                <TextField
                  label={CENTRE_TEXTS.region}
                  hint={CENTRE_TEXTS.regionHint}
                  value={form.region}
                  onChange={(region) => change({ region })}
                  error={errors.region}
                />
              </div>
              <p className="hint">{CENTRE_TEXTS.activitySentence}</p>
            </>
          ) : null}
        </div>
        <TextField
          lines
          label={names.legalLines}
          hint={CENTRE_TEXTS.legalHint}
          value={form.legal}
          onChange={(legal) => change({ legal })}
          error={errors.legalLines}
        />
        <TextField
          lines
          label={names.paymentTerms}
          hint={CENTRE_TEXTS.termsHint}
          value={form.terms}
          onChange={(terms) => change({ terms })}
          error={errors.paymentTerms}
        />
        <div className="settings-save">
          <Button tone="primary" reason={texts.why} onPress={save}>
            {SETTINGS.save}
          </Button>
          {texts.touched ? (
            <Button tone="quiet" onPress={texts.startAgain}>
              {SETTINGS.startAgain}
            </Button>
          ) : null}
        </div>
      </div>
      <ReceiptHead texts={texts.texts} />
    </div>
  )
}
