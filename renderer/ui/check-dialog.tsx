import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CallName, Input, Output } from '../../contract/ipc.ts'
import type { Instant } from '../../domain/time.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { formatDayTimeFrom } from '../../text/format.ts'
import { CHECKS } from '../../text/screens/checks.ts'
import type { HelpPage } from '../../text/screens/help.ts'
import { api } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'

/** The calls that check something when a person asks for it, and say when they did. */
type CheckName = { [N in CallName]: Output<N> extends { checkedAt: Instant } ? N : never }[CallName]

type CheckDialogProps<N extends CheckName> = {
  name: N
  input: Input<N>
  words: { title: string; checking: string; failed: string }
  help: HelpPage
  wide?: boolean
  /** What the check is about, before it is made. */
  intro: ReactNode
  /** Below what was found, whether or not it is there yet. */
  outro: ReactNode
  onClose: () => void
  children: (checked: Output<N>) => ReactNode
}

/** A check that reads much: made when it is asked for, and again when a person says so, not each time that something changes. */
export function CheckDialog<N extends CheckName>(props: CheckDialogProps<N>) {
  const { name, input, words, help, wide = false, intro, outro, onClose, children } = props
  const { desk } = useOffice()
  const { data, isError, isFetching, refetch } = useQuery<Output<N>>({
    queryKey: [name, input],
    queryFn: () => api.call(name, input),
    gcTime: 0,
    // Not with all that a signal reads again (`readRows`).
    staleTime: 'static',
  })
  return (
    <Dialog
      wide={wide}
      title={words.title}
      help={<HelpButton page={help} />}
      onClose={onClose}
      footer={
        <>
          <p role="status">
            {isFetching
              ? words.checking
              : data
                ? CHECKS.checkedAt(formatDayTimeFrom(data.checkedAt, desk.now, desk.centre.timeZone))
                : null}
          </p>
          <Button busy={isFetching} onPress={() => void refetch()}>
            {CHECKS.again}
          </Button>
          <Button tone="primary" onPress={onClose}>
            {CHECKS.close}
          </Button>
        </>
      }
    >
      {intro}
      {isError ? (
        <Notice tone="stop" icon="alert">
          {words.failed}
        </Notice>
      ) : null}
      {data ? children(data) : null}
      {outro}
    </Dialog>
  )
}
