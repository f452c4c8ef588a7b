/** Line icons, never alone: a word always stands beside them, so they are hidden from assistive technology. */
const PATHS = {
  today: 'M3.5 9.5L10 4l6.5 5.5M5.5 8.5V16h9V8.5M8.5 16v-4h3v4',
  requests: 'M3 5h14v10H3zM3 11h4l1 2h4l1-2h4',
  seats: 'M4 16V8M9 16V4M14 16v-6',
  payments: 'M3 6h14v9H3zM3 9h14',
  session: 'M4 5h12v11H4zM4 8.5h12M7.5 3v3.5M12.5 3v3.5',
  papers: 'M6 8V3h8v5M4 8h12v6H4zM6 12h8v5H6z',
  /** A sheet that leaves: the rescue file. */
  file: 'M11.5 3H5v14h10V6.5zM11.5 3v3.5H15M10 14V9M8 11l2-2 2 2',
  review: 'M10 3l8 14H2zM10 8v4M10 14v1',
  clock: 'M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 6.5V10l2.5 2.5',
  arrow: 'M4 10h11M11 5l5 5-5 5',
  check: 'M4 10.5l4 4L16 6',
  alert: 'M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 6.5v4.5M10 13v.5',
  cross: 'M5 5l10 10M15 5L5 15',
  /** A question mark in a circle: help, and nothing else. */
  help: 'M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M7.8 8.2a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.1.9-1.1 1.6M10 13.6v.4',
  lock: 'M5.5 9h9v7h-9zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9',
  previous: 'M12.5 4.5L7 10l5.5 5.5',
  next: 'M7.5 4.5L13 10l-5.5 5.5',
  contents: 'M4 5.5h.2M7.5 5.5H16M4 10h.2M7.5 10H16M4 14.5h.2M7.5 14.5H16',
  back: 'M8 5l-5 5 5 5M3 10h9a5 5 0 0 1 0 9',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M13 13l4 4',
  exchanges: 'M4 7h11l-3-3M16 13H5l3 3',
  settings:
    'M10 7.3a2.7 2.7 0 1 0 0 5.4a2.7 2.7 0 1 0 0-5.4M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M4.7 15.3l1.4-1.4M13.9 6.1l1.4-1.4',
  folder: 'M3 5h5l2 2h7v9H3z',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.2M8.5 8.5h.2M11.5 8.5h.2M14.5 8.5h.2M6.5 11.5h7',
  up: 'M10 16V5M5 9.5L10 4.5l5 5',
  down: 'M10 4v11M5 10.5l5 5 5-5',
  plus: 'M10 4.5v11M4.5 10h11',
  chevron: 'M5 8l5 5 5-5',
  person: 'M10 3.5a3.2 3.2 0 1 0 0 6.4a3.2 3.2 0 1 0 0-6.4M4 17c.6-3.4 3-5 6-5s5.4 1.6 6 5',
  edit: 'M4 16l.8-3.6L13 4.2l2.8 2.8-8.2 8.2zM11 6.2L13.8 9',
  open: 'M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7',
} as const
export type IconName = keyof typeof PATHS
export const ICON_NAMES = Object.keys(PATHS) as IconName[]

/** @param size in CSS pixels */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
