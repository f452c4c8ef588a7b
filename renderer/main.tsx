import '@fontsource-variable/inter/wght.css'
import '../kit/tokens.css'
import '../kit/base.css'
import '../kit/controls.css'
import '../kit/fields.css'
import '../kit/overlays.css'
import '../kit/table.css'
import './frame/frame.css'
import './start/start.css'
import './today/today.css'
import './requests/requests.css'
import './requests/request-file.css'
import './candidate/candidate.css'
import './search/search.css'
import './payments/payments.css'
import './statement/statement.css'
import './seats/seats.css'
import './session/session.css'
import './papers/papers.css'
import './review/review.css'
import './exchanges/exchanges.css'
import './help/help.css'
import './shortcuts/shortcuts.css'
import './settings/settings.css'
import './settings/wordings.css'
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
