import { z } from 'zod'
import { REGISTER } from '../../text/pages/register.ts'
import { useAddress } from '../address.ts'
import { PageTitle } from '../frame/page-title.tsx'
import { Awaited } from '../frame/trouble.tsx'
import { useCatalogue } from '../queries.ts'
import { RegisterForm } from './register-form.tsx'
import { SentScreen } from './sent-screen.tsx'
import { stepOf } from './steps.ts'

const Sent = z.object({ email: z.string(), confirmBefore: z.string() })

/** A first request, from the exams to what waits in the mail. */
export function RegisterScreen() {
  const { query, state } = useAddress()
  const catalogue = useCatalogue()
  const sent = query.get('etape') === 'envoyee' ? Sent.safeParse(state) : null
  if (sent?.success) return <SentScreen {...sent.data} />
  if (catalogue.data) return <RegisterForm catalogue={catalogue.data} step={stepOf(query.get('etape'))} />
  return (
    <div className="narrow stack">
      <PageTitle said={REGISTER.title}>{REGISTER.title}</PageTitle>
      <Awaited error={catalogue.error} retry={() => void catalogue.refetch()} />
    </div>
  )
}
