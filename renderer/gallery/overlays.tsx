import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/fields.tsx'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { Family, State } from './states.tsx'

/** What comes over a screen, and what stands where rows would be. */
export function Overlays() {
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const close = () => setOpen(false)
  return (
    <Family title="Par-dessus, à la place">
      <State name="dialogue">
        <Button onPress={() => setOpen(true)}>Ouvrir un dialogue</Button>
        {open ? (
          <Dialog
            title="Libérer la place"
            onClose={close}
            footer={
              <>
                <p>La place redevient libre tout de suite.</p>
                <Button onPress={close}>Revenir</Button>
                <Button tone="primary" onPress={close} reason={why ? null : 'Dites pourquoi.'}>
                  Libérer
                </Button>
              </>
            }
          >
            <TextField label="Pourquoi" value={why} onChange={setWhy} />
          </Dialog>
        ) : null}
      </State>
      <State name="rien">
        <EmptyState icon="requests" title="Aucune demande" text="Elles apparaissent ici dès qu’elles arrivent." />
      </State>
      <State name="panne">
        <ErrorState retry={close} />
      </State>
      <State name="attente">
        <Loading />
      </State>
    </Family>
  )
}
