import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { REGISTER } from '../../text/pages/register.ts'

/** Said under each step: what is kept on this device, which may be somebody else's, and how to erase it. */
export function DraftNote({ kept, forget }: { kept: string; forget: () => void }) {
  const [asked, setAsked] = useState(false)
  return (
    <p className="draft-note">
      {kept}{' '}
      <Button tone="link" onPress={() => setAsked(true)}>
        {REGISTER.erase}
      </Button>
      {asked ? (
        <Dialog
          title={REGISTER.eraseTitle}
          onClose={() => setAsked(false)}
          footer={
            <>
              <Button onPress={() => setAsked(false)}>{REGISTER.cancel}</Button>
              <Button
                tone="danger"
                onPress={() => {
                  setAsked(false)
                  forget()
                }}
              >
                {REGISTER.eraseNow}
              </Button>
            </>
          }
        >
          <p>{REGISTER.eraseText}</p>
        </Dialog>
      ) : null}
    </p>
  )
}
