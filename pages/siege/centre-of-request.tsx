import { DUPLICATES } from '../../text/pages/siege.ts'

type CentreOfRequestProps = { centreName: string; town: string; centrePhone: string | null }

/** Where a request goes, and how to call there. */
export function CentreOfRequest({ centreName, town, centrePhone }: CentreOfRequestProps) {
  return (
    <>
      <strong>
        {centreName}, {town}
      </strong>
      <span>{centrePhone === null ? DUPLICATES.noCentrePhone : DUPLICATES.centrePhone(centrePhone)}</span>
    </>
  )
}
