import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { ExamSession } from '../../domain/catalogue.ts'
import { flushKept } from '../../kit/kept.ts'
import { Select } from '../../kit/select.tsx'
import { ROLE_WORDS } from '../../text/fr.ts'
import { FRAME, TROUBLE } from '../../text/screens/frame.ts'
import { api, readAgain } from '../api.ts'
import { HelpHereButton } from '../help/help-button.tsx'
import { useToast } from '../ui/toast.tsx'
import { Initials } from './brand.tsx'
import type { ReadyDesk } from './office.tsx'
import { SearchField } from './search-field.tsx'
import { sayRegistrationWindow } from './session-window.ts'

type TopBarProps = {
  desk: ReadyDesk
  session: ExamSession | null
  /** Null while there is nothing to search in. */
  openSearch: (() => void) | null
  chooseSession: (sessionId: string) => void
  openShortcuts: () => void
}

/** The session, until when one may register, the search, and who sits here. */
export function TopBar({ desk, session, openSearch, chooseSession, openShortcuts }: TopBarProps) {
  const exams = desk.exams.filter(({ sessionId }) => sessionId === session?.id)
  const registration = sayRegistrationWindow(exams, desk)
  return (
    <header className="top">
      {session ? (
        <div className="sessions">
          <Select
            label={FRAME.session}
            value={session.id}
            options={desk.sessions.map(({ id, label }) => ({ value: id, label }))}
            onChange={chooseSession}
          />
        </div>
      ) : (
        <b>{FRAME.noSession}</b>
      )}
      {registration ? <span className="sub window">{registration}</span> : null}
      {openSearch ? <SearchField open={openSearch} /> : null}
      <HelpHereButton />
      <OperatorMenu desk={desk} openShortcuts={openShortcuts} />
    </header>
  )
}

function OperatorMenu({ desk: { operator }, openShortcuts }: { desk: ReadyDesk; openShortcuts: () => void }) {
  const say = useToast()
  const leave = async () => {
    try {
      await flushKept()
      await api.call('operator.leave', {})
      readAgain()
    } catch {
      say(TROUBLE.notDone)
    }
  }
  const role = ROLE_WORDS[operator.role]
  return (
    <MenuTrigger>
      <Button className="who">
        <Initials name={operator.name} />
        <span title={operator.name}>
          {operator.name}
          <small>{role}</small>
        </span>
      </Button>
      <Popover className="options" placement="bottom end">
        <Menu onAction={(item) => (item === 'leave' ? void leave() : openShortcuts())} aria-label={operator.name}>
          <MenuItem id="shortcuts">{FRAME.shortcuts}</MenuItem>
          <MenuItem id="leave">{FRAME.changeOperator}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
