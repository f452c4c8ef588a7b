import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { NBSP } from '../../text/format.ts'
import { sayBytes, THIS_DESK } from '../../text/screens/settings.ts'
import { api, useRows } from '../api.ts'
import { placeOf } from '../frame/brand.tsx'
import { useOffice } from '../frame/office.tsx'
import { ErrorState, Loading } from '../ui/empty-state.tsx'
import { useToast } from '../ui/toast.tsx'

/** Ce poste: who it is, where its data lies, which versions: what one is asked on the telephone. */
export function ThisDeskSection() {
  const { desk } = useOffice()
  const { data: about, isError, refetch } = useRows('desk.about', {})
  const say = useToast()
  if (!about) return isError ? <ErrorState retry={() => void refetch()} /> : <Loading />
  const openFolder = async () => {
    const opened = await api.call('desk.open-folder', { which: 'data' }).catch(() => ({ opened: false }))
    if (!opened.opened) say(THIS_DESK.notOpened)
  }
  const { lastBackup, freeBytes } = about
  return (
    <div className="card settings-card">
      <p className="muted">{THIS_DESK.intro}</p>
      <dl className="facts">
        <Fact name={THIS_DESK.name}>{desk.deviceName ?? THIS_DESK.none}</Fact>
        <Fact name={THIS_DESK.centre}>
          {placeOf(desk.centre)}
          {NBSP}({desk.centre.code})
        </Fact>
        <Fact name={THIS_DESK.series} hint={THIS_DESK.seriesHint}>
          {desk.series ?? THIS_DESK.none}
        </Fact>
        <Fact name={THIS_DESK.folder} hint={THIS_DESK.folderHint}>
          <code>{about.dataFolder}</code>
          <Button small onPress={() => void openFolder()}>
            <Icon name="folder" size={14} />
            {THIS_DESK.openFolder}
          </Button>
        </Fact>
        <Fact name={THIS_DESK.lastBackup} hint={THIS_DESK.backupHint}>
          {lastBackup ? THIS_DESK.backup(lastBackup.on, lastBackup.bytes) : THIS_DESK.noBackup}
        </Fact>
        <Fact name={THIS_DESK.free}>{freeBytes === null ? THIS_DESK.unknown : sayBytes(freeBytes)}</Fact>
        <Fact name={THIS_DESK.hq}>{desk.hqUrl ?? THIS_DESK.none}</Fact>
        <Fact name={THIS_DESK.versions}>
          {THIS_DESK.version(desk.appVersion, about.databaseVersion, about.contractVersion)}
        </Fact>
      </dl>
    </div>
  )
}

function Fact({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="value">{children}</span>
        {hint ? <span className="hint">{hint}</span> : null}
      </dd>
    </div>
  )
}
