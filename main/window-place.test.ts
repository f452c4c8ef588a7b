import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { placeOnScreens, recallWindow, rememberWindow } from './window-place.ts'

const OFFICE = { x: 0, y: 0, width: 1920, height: 1040 }
const SECOND = { x: 1920, y: 0, width: 1280, height: 984 }

test('the first window is the usual size, in the middle of the main screen', () => {
  expect(placeOnScreens(null, [OFFICE])).toEqual({ x: 277, y: 136, width: 1366, height: 768 })
  const small = { x: 0, y: 0, width: 1280, height: 680 }
  expect(placeOnScreens(null, [small])).toEqual({ x: 0, y: 0, width: 1280, height: 680 })
})

test('a window that still lies on a screen stays where it was left', () => {
  const last = { x: 2000, y: 40, width: 1100, height: 700 }
  expect(placeOnScreens(last, [OFFICE, SECOND])).toEqual(last)
})

test('the screen that it was on is gone: it comes back to the main one, as large as it was', () => {
  const last = { x: 2000, y: 40, width: 1100, height: 700 }
  expect(placeOnScreens(last, [OFFICE])).toEqual({ x: 410, y: 170, width: 1100, height: 700 })
})

test('what hangs over an edge is drawn in, what is too large is made to fit', () => {
  expect(placeOnScreens({ x: 1500, y: 700, width: 1200, height: 700 }, [OFFICE])).toEqual({
    x: 720,
    y: 340,
    width: 1200,
    height: 700,
  })
  const screen = { x: 0, y: 0, width: 1366, height: 728 }
  expect(placeOnScreens({ x: 0, y: 0, width: 1900, height: 1000 }, [screen])).toEqual(screen)
})

test('a title above every screen cannot be caught: it does not count as seen', () => {
  const last = { x: 100, y: -600, width: 1200, height: 700 }
  expect(placeOnScreens(last, [OFFICE])).toEqual({ x: 360, y: 170, width: 1200, height: 700 })
})

test('a place is remembered whole, and one that cannot be read is forgotten', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-window-'))
  expect(recallWindow(folder)).toBeNull()
  const left = {
    bounds: { x: 1, y: 2, width: 1100, height: 700 },
    maximized: true,
    look: { theme: 'dark', textSize: 125 },
  } as const
  rememberWindow(folder, left)
  expect(recallWindow(folder)).toEqual(left)
  writeFileSync(path.join(folder, 'fenetre.json'), '{"bounds":{"x":"left"}}')
  expect(recallWindow(folder)).toBeNull()
  rememberWindow(path.join(folder, 'nowhere'), left)
  rmSync(folder, { recursive: true })
})
