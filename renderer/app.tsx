import { QueryClientProvider } from '@tanstack/react-query'
import { Component, type ReactNode, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { FRAME } from '../text/screens/frame.ts'
import { api, queryClient, useDeskSignals, useRows } from './api.ts'
import { Frame } from './frame/frame.tsx'
import { readyDesk } from './frame/office.tsx'
import { HelpProvider } from './help/help-provider.tsx'
import { KeptHome } from './kept-home.tsx'
import { ChooseOperator } from './start/choose-operator.tsx'
import { Enrol } from './start/enrol.tsx'
import { FirstSync } from './start/first-sync.tsx'
import { ErrorState, Loading } from './ui/empty-state.tsx'
import { ToastProvider, useToast } from './ui/toast.tsx'

export function App() {
  return (
    <I18nProvider locale="fr-FR">
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <BugBoundary>
            <HelpProvider>
              <Phase />
            </HelpProvider>
          </BugBoundary>
        </ToastProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}

/** Which of the four doors the person stands at. */
function Phase() {
  useDeskSignals()
  useOpenedAgain()
  const { data: desk, isError, refetch } = useRows('desk.state', {})
  if (!desk) return isError ? <ErrorState retry={() => void refetch()} /> : <Loading />
  if (desk.phase === 'not-enrolled') return <Enrol desk={desk} />
  if (desk.phase === 'first-sync') return <FirstSync desk={desk} />
  const ready = readyDesk(desk)
  if (!ready) return <ChooseOperator desk={desk} />
  return (
    <KeptHome key={ready.operator.id} operatorId={ready.operator.id}>
      <Frame desk={ready} />
    </KeptHome>
  )
}

/** Started a second time, the application comes to the front, and says that it is no second one. */
function useOpenedAgain() {
  const say = useToast()
  useEffect(() => api.on('desk.opened-again', () => say(FRAME.openedAgain)), [say])
}

/** A bug in a screen must not leave an empty window: it says so, and offers to draw it again. */
export class BugBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    if (!this.state.failed) return this.props.children
    return <ErrorState retry={() => this.setState({ failed: false })} />
  }
}
