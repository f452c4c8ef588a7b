import '@fontsource-variable/inter/wght.css'
import '../../kit/tokens.css'
import '../../kit/base.css'
import '../../kit/controls.css'
import '../../kit/fields.css'
import '../../kit/overlays.css'
import '../../kit/table.css'
import './gallery.css'
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { Gallery } from './gallery.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root')
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="fr-FR">
      <Gallery />
    </I18nProvider>
  </StrictMode>,
)
