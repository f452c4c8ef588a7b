import { fullName } from '../../../domain/candidate.ts'
import type { LetterAddressee, LetterSender } from '../../../domain/shapes/letter.ts'
import { toLocalDate } from '../../../domain/time.ts'
import { formatDateLong } from '../../../text/format.ts'
import { ORGANISATION } from '../../../text/papers/organisation.ts'
import { civility } from '../../../text/people.ts'
import type { Made } from '../document-draft.ts'
import { type Html, html } from '../html.ts'
import { letterhead } from './letterhead.ts'

/**
 * The head of a letter from the centre to a candidate: how to reach the centre, place and date, session, NUC, where it is sent.
 * @param made when (UTC), and the centre's logo then @param corner further lines at the top right: its version
 */
export function candidateHead(
  letter: LetterSender & LetterAddressee,
  { at, logo }: Pick<Made, 'at' | 'logo'>,
  corner: readonly (Html | string)[] = [],
): Html {
  const { centreName, centreTown, centreAddress, centrePhone, centreEmail, timeZone, sessionLabel } = letter
  const { nuc, sex, addressLines, postcode, town } = letter
  return letterhead({
    logo,
    from: {
      name: centreName,
      lines: [
        ...centreAddress,
        ...(centrePhone ? [ORGANISATION.phone(centrePhone)] : []),
        ...(centreEmail ? [ORGANISATION.email(centreEmail)] : []),
      ],
    },
    corner: [
      ORGANISATION.at(centreTown, formatDateLong(toLocalDate(at, timeZone))),
      sessionLabel,
      ...(nuc ? [html`NUC <b>${nuc}</b>`] : []),
      ...corner,
    ],
    to: [`${civility(sex)} ${fullName(letter)}`, ...addressLines, `${postcode} ${town}`],
  })
}
