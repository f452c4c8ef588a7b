import type { DeskState } from '../../contract/desk.ts'
import { ROLE_WORDS } from '../../text/fr.ts'
import { TROUBLE } from '../../text/screens/frame.ts'
import { START } from '../../text/screens/start.ts'
import { api, readAgain } from '../api.ts'
import { Initials, placeOf } from '../frame/brand.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useToast } from '../ui/toast.tsx'
import { StartCard } from './start-card.tsx'

/** Who sits here: the centre's list, one big line each. */
export function ChooseOperator({ desk }: { desk: DeskState }) {
  const say = useToast()
  const people = desk.operators.filter((operator) => operator.active)
  const choose = async (operatorId: string) => {
    try {
      await api.call('operator.choose', { operatorId })
      readAgain()
    } catch {
      say(TROUBLE.notDone)
    }
  }
  return (
    <StartCard place={desk.centre ? placeOf(desk.centre) : START.welcome} title={START.who} text={START.whoText}>
      {people.length === 0 ? <EmptyState icon="person" title={START.noOperator} text={START.noOperatorText} /> : null}
      <ul className="people">
        {people.map((operator) => (
          <li key={operator.id}>
            <button type="button" onClick={() => void choose(operator.id)}>
              <Initials name={operator.name} />
              <span>
                <b>{operator.name}</b>
                <span className="sub">{ROLE_WORDS[operator.role]}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </StartCard>
  )
}
