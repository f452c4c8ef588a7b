import './no-eval.ts'
import '@fontsource-variable/inter/wght.css'
import '../kit/tokens.css'
import '../kit/base.css'
import '../kit/controls.css'
import '../kit/fields.css'
import '../kit/overlays.css'
import './frame/frame.css'
import './form/form.css'
import './home/home.css'
import './register/register.css'
import './space/space.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
