import '@fontsource-variable/inter/wght.css'
import '../kit/tokens.css'
import '../kit/base.css'
import '../kit/controls.css'
import '../kit/fields.css'
import '../kit/overlays.css'
import '../kit/table.css'
import './frame/frame.css'
import './start/start.css'
import './requests/requests.css'
import './requests/request-file.css'
import './payments/payments.css'
import './seats/seats.css'
import './papers/papers.css'
import './review/review.css'
import './exchanges/exchanges.css'
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
