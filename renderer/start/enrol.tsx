import { useState } from 'react'
import type { DeskState } from '../../contract/desk.ts'
import type { TroubleCode } from '../../contract/refusals.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/fields.tsx'
import { useKept } from '../../kit/kept.ts'
import { START, sayStartTrouble } from '../../text/screens/start.ts'
import { api, readAgain } from '../api.ts'
import { StartCard } from './start-card.tsx'
import { StartTrouble } from './start-trouble.tsx'

/** This PC is not known to HQ yet: where HQ is, the one-time code, what the PC is called. */
export function Enrol({ desk }: { desk: DeskState }) {
  const [form, setForm] = useKept('enrol', { hqUrl: desk.hqUrl ?? '', code: '', deviceName: desk.deviceName ?? '' })
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<TroubleCode | 'bug' | null>(null)
  // An enrolment tried without anyone (the code came with the installation) tells its trouble here too.
  const said = trouble ?? (busy ? null : desk.freshness.trouble)
  const errors = {
    hqUrl: URL.canParse(form.hqUrl.trim()) ? null : START.hqUrlInvalid,
    code: form.code.trim().length >= 6 ? null : START.codeInvalid,
    deviceName: form.deviceName.trim() ? null : START.deviceNameInvalid,
  }
  const enrol = async () => {
    setAsked(true)
    if (busy || errors.hqUrl || errors.code || errors.deviceName) return
    setBusy(true)
    setTrouble(null)
    try {
      const { hqUrl, code, deviceName } = form
      const answer = await api.call('desk.enrol', {
        hqUrl: hqUrl.trim(),
        code: code.trim(),
        deviceName: deviceName.trim(),
      })
      if (answer.ok) readAgain()
      else setTrouble(answer.code)
    } catch {
      setTrouble('bug')
    } finally {
      setBusy(false)
    }
  }
  return (
    <StartCard place={START.welcome} title={START.enrolTitle} text={START.enrolText}>
      <form onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={START.hqUrl}
          type="url"
          value={form.hqUrl}
          onChange={(hqUrl) => setForm((one) => ({ ...one, hqUrl }))}
          error={asked ? errors.hqUrl : null}
        />
        <TextField
          label={START.code}
          value={form.code}
          onChange={(code) => setForm((one) => ({ ...one, code }))}
          error={asked ? errors.code : null}
          autoFocus
        />
        <TextField
          label={START.deviceName}
          hint={START.deviceNameHint}
          value={form.deviceName}
          onChange={(deviceName) => setForm((one) => ({ ...one, deviceName }))}
          error={asked ? errors.deviceName : null}
        />
        {said ? <StartTrouble {...sayStartTrouble(said, 'enrol')} retry={trouble === null} /> : null}
        <Button tone="primary" submit busy={busy} onPress={() => void enrol()}>
          {busy ? START.enrolling : START.enrol}
        </Button>
      </form>
    </StartCard>
  )
}
