import { useState } from 'react'
import { Choices } from '../../kit/fields.tsx'
import { Controls } from './controls.tsx'
import { Fields } from './fields.tsx'
import { Overlays } from './overlays.tsx'
import { Signs } from './signs.tsx'

const THEMES = [
  { value: 'light', label: 'Clair' },
  { value: 'dark', label: 'Sombre' },
] as const
const CONTRASTS = [
  { value: 'usual', label: 'Contraste ordinaire' },
  { value: 'more', label: 'Contraste élevé' },
] as const

/**
 * Every part of the kit in every state, for whoever draws a screen (`npm run gallery`): what is here need not be invented. Never part of
 * the application. Its words are examples, so they stand here and not in `text/`.
 */
export function Gallery() {
  const [theme, setTheme] = useState<'light' | 'dark'>('light')
  const [contrast, setContrast] = useState<'usual' | 'more'>('usual')
  document.documentElement.dataset.theme = theme
  document.documentElement.dataset.contrast = contrast
  return (
    <main className="gallery">
      <h1>Kit</h1>
      <div className="looks">
        <Choices inline label="Thème" value={theme} options={THEMES} onChange={setTheme} />
        <Choices inline label="Contraste" value={contrast} options={CONTRASTS} onChange={setContrast} />
      </div>
      <Signs />
      <Controls />
      <Fields />
      <Overlays />
    </main>
  )
}
