import path from 'node:path'
import { z } from 'zod'
import { WindowLook } from '../contract/this-desk.ts'
import { smallFile } from './small-file.ts'

/** In the system's own pixels, from the corner of the main screen. */
export type Rectangle = { x: number; y: number; width: number; height: number }

const Remembered = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) }),
  maximized: z.boolean(),
  /** Of the person who sat here last: the right colour and size before anything is drawn. */
  look: WindowLook,
})
export type Remembered = z.infer<typeof Remembered>

/** How much of the window must lie on a screen for a hand to find it and draw it back, in pixels. */
const SEEN = { width: 200, height: 80 }

/** The office PC this is drawn for; the smallest size at which every screen still works. */
export const USUAL = { width: 1366, height: 768 }
export const SMALLEST = { width: 1024, height: 640 }

/**
 * Where to open: as it was left when that is still on a screen, else as large as it was in the middle of the first screen. Screens
 * come and go: a second one is unplugged, a remote desk has another size.
 * @param workAreas of each screen, the main one first
 */
export function placeOnScreens(last: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle {
  const [main = { x: 0, y: 0, ...USUAL }] = workAreas
  const home = (last && workAreas.find((area) => isSeen(last, area))) ?? main
  const width = Math.min(Math.max(last?.width ?? USUAL.width, SMALLEST.width), home.width)
  const height = Math.min(Math.max(last?.height ?? USUAL.height, SMALLEST.height), home.height)
  if (!last || !isSeen(last, home)) return { ...centred(width, height, home), width, height }
  return {
    x: Math.min(Math.max(last.x, home.x), home.x + home.width - width),
    y: Math.min(Math.max(last.y, home.y), home.y + home.height - height),
    width,
    height,
  }
}

/** Whether the title of the window can be reached on that screen. */
function isSeen(bounds: Rectangle, area: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const down = area.y + area.height - bounds.y
  return across >= SEEN.width && down >= SEEN.height && bounds.y >= area.y - SEEN.height / 2
}

function centred(width: number, height: number, area: Rectangle): { x: number; y: number } {
  return { x: area.x + Math.round((area.width - width) / 2), y: area.y + Math.round((area.height - height) / 2) }
}

function placeFile(dataFolder: string) {
  return smallFile(path.join(dataFolder, 'fenetre.json'), Remembered)
}

/** How the window was left; null the first time, or when what was written cannot be read: it is only a place. */
export function recallWindow(dataFolder: string): Remembered | null {
  return placeFile(dataFolder).recall()
}

/** Never in the way: a place that cannot be written (a full disk) is forgotten. */
export function rememberWindow(dataFolder: string, remembered: Remembered): void {
  placeFile(dataFolder).remember(remembered)
}
