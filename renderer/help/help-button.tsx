import { IconButton } from '../../kit/button.tsx'
import { HELP, type HelpPage } from '../../text/screens/help.ts'
import { useHelp } from './help-context.ts'

/**
 * The (?) beside a rule: opens its page of the guide over the screen, which stays as it is. Échap comes back to the button.
 * In a dialog or an open file, F1 opens the page of the first one found there.
 */
export function HelpButton({ page }: { page: HelpPage }) {
  const { open } = useHelp()
  return (
    <span className="help" data-help={page}>
      <IconButton small icon="help" label={HELP.about(page)} onPress={() => open(page)} />
    </span>
  )
}

/** The same for the screen one is at, in the top bar. */
export function HelpHereButton() {
  const { openHere } = useHelp()
  return <IconButton icon="help" label={HELP.here} onPress={openHere} />
}
