import { useState } from 'react'
import type { LogoImage } from '../../domain/logo.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { sayRefusal } from '../../text/fr.ts'
import { LETTERHEAD } from '../../text/screens/letterhead.ts'
import { api } from '../api.ts'
import { refusalsOf, useRun } from '../run-click.ts'

/** The logo and what is done with it: a file chosen is judged at once, and what is changed can be taken back. */
export function LogoField({ logo, mayChange }: { logo: LogoImage | null; mayChange: boolean }) {
  const run = useRun()
  const [fault, setFault] = useState<string | null>(null)
  const change = async (image: LogoImage | null) => {
    const args = { from: logo?.imageId ?? null, image }
    await run([{ name: 'centre.set-logo', args }], (done) => {
      const [first] = refusalsOf(done)
      if (first) return first.code === 'value-changed' ? LETTERHEAD.logoMoved : sayRefusal(first)
      return image ? LETTERHEAD.logoSaved : LETTERHEAD.logoRemoved
    })
  }
  const choose = async () => {
    setFault(null)
    const chosen = await api.call('logo.choose', {}).catch(() => ({ ok: false, code: 'not-read' }) as const)
    if (chosen?.ok) await change(chosen.image)
    else if (chosen) setFault(LETTERHEAD.faults[chosen.code])
  }
  return (
    <section className="logo-field" aria-labelledby="logo-title">
      <h3 id="logo-title">{LETTERHEAD.logo}</h3>
      <div className="logo-now">
        {logo ? (
          <img src={`data:${logo.type};base64,${logo.data}`} alt={LETTERHEAD.logoAlt} />
        ) : (
          <span className="muted">{LETTERHEAD.noLogo}</span>
        )}
      </div>
      <p className="hint">{LETTERHEAD.logoHint}</p>
      <div role="alert">
        {fault === null ? null : (
          <Notice tone="stop" icon="alert">
            {fault}
          </Notice>
        )}
      </div>
      {mayChange ? (
        <div className="buttons">
          <Button onPress={() => void choose()}>{logo ? LETTERHEAD.change : LETTERHEAD.choose}</Button>
          {logo ? (
            <Button tone="quiet" onPress={() => void change(null)}>
              {LETTERHEAD.remove}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}
