import type { Page } from 'playwright'
import { expect } from 'playwright/test'
import { START } from '../../text/screens/start.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { looksUnlike } from './looks-like.ts'
import { test } from './office.ts'
import { outOfReach } from './out-of-reach.ts'
import { chooseEmptySession, go, screensOf, walkAside, walkMoney, walkRail, walkRequests } from './walk-screens.ts'

const OFFICE = { width: 1366, height: 768 }
const WIDE = { width: 1920, height: 1080 }
/** Those that a picture is kept of. */
const MAIN = ['today', 'file', 'dossier', 'seats']
const THEMES = ['light', 'dark'] as const
/** `npm run screens`: every data set, theme, size and contrast, for somebody to look at. */
const everything = process.env.PUPITRE_SCREENS !== undefined
const sizes = everything ? [OFFICE, WIDE] : [OFFICE]

/** Looks at the screen as it stands in every theme and size; gives what breaks a rule, and leaves it as it was. */
async function lookAt(page: Page, set: string, name: string, looks = sizes): Promise<string[]> {
  const broken: string[] = []
  for (const size of looks) {
    if (looks.length > 1) await page.setViewportSize(size)
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await stillness(page)
      await keepPicture(page, 'desk', set, name, size.width, colorScheme)
      if (set === 'ordinary' && size === OFFICE && MAIN.includes(name)) {
        const unlike = await looksUnlike(page, `${name}-${colorScheme}`, test.info().outputDir)
        if (unlike) broken.push(unlike)
      }
      // Only colours differ in the dark: its other rules are those of the light.
      const rules = await brokenRules(page, colorScheme === 'dark' ? ['color-contrast'] : undefined)
      broken.push(...rules.map((rule) => `${set}, ${name}, ${size.width}, ${colorScheme}: ${rule}`))
    }
  }
  if (looks.length > 1) await page.setViewportSize(OFFICE)
  await page.emulateMedia({ colorScheme: 'light' })
  return broken
}

async function stillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
}

test('no screen breaks a rule of accessibility, light or dark', async ({ office }) => {
  test.setTimeout(everything ? 1_200_000 : 360_000)
  const { desk, hands } = await office.open()
  const { page } = desk
  const broken: string[] = []
  const look = async (name: string) => void broken.push(...(await lookAt(page, 'ordinary', name)))
  await page.getByRole('heading', { name: START.who }).waitFor()
  await look('who')
  await hands.sitDownAs('manager')
  const walk = { page, hands, look }
  await walkRail(walk)
  await walkRequests(walk)
  await walkMoney(walk)
  await walkAside(walk)
  if (everything) {
    const lookAs = (set: string, looks?: typeof sizes) => async (name: string) =>
      void broken.push(...(await lookAt(page, set, name, looks)))
    await page.emulateMedia({ contrast: 'more' })
    await walkRail({ ...walk, look: lookAs('contrast', [OFFICE]) })
    await page.emulateMedia({ contrast: null })
    await chooseEmptySession(page, hands)
    await walkRail({ ...walk, look: lookAs('empty') })
  }
  expect(broken).toEqual([])
})

test('nothing is lost at 200 % nor on a small screen', async ({ office }) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('manager')
  const lost: string[] = []
  for (const screen of await screensOf(page)) {
    await page.setViewportSize(OFFICE)
    await go(page, screen)
    for (const size of [
      { width: 1024, height: 640 },
      { width: 683, height: 384 },
    ]) {
      await page.setViewportSize(size)
      await stillness(page)
      await keepPicture(page, 'desk', 'small', screen, size.width)
      lost.push(...(await outOfReach(page)).map((what) => `${screen}, ${size.width}: ${what}`))
    }
  }
  expect(lost).toEqual([])
})

// What a person does with as many is in requests.spec.ts.
if (everything)
  test.describe('a centre with two thousand requests', () => {
    test.use({ sample: 'big' })
    test('two thousand requests break no rule of accessibility', async ({ office }) => {
      test.setTimeout(1_200_000)
      const { desk, hands } = await office.open()
      await hands.sitDownAs('manager')
      const broken: string[] = []
      const look = async (name: string) => void broken.push(...(await lookAt(desk.page, 'big', name)))
      await walkRail({ page: desk.page, hands, look })
      expect(broken).toEqual([])
    })
  })
