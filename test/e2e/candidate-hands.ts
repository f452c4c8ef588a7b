import type { Page } from 'playwright'
import { CONFIRM, PASSWORD_RULES, RECOVER, SIGN_IN } from '../../text/pages/account.ts'
import {
  REGISTER,
  STEP_ACCOUNT,
  STEP_CONTACT,
  STEP_IDENTITY,
  STEP_PLACE,
  STEP_SITUATION,
  SUMMARY,
} from '../../text/pages/register.ts'

/** Somebody at a phone, who registers. What they know of themselves: */
export type Somebody = {
  birthName: string
  firstNames: string
  email: string
  password: string
  born: { day: string; month: string; year: string; commune: string }
}

/** Fills in HQ's pages as a candidate does, by what is written on them. */
export class CandidateHands {
  readonly page: Page
  readonly url: string

  constructor(page: Page, url: string) {
    this.page = page
    this.url = url
  }

  async open(address: string): Promise<void> {
    await this.page.goto(`${this.url}${address}`)
    await this.page.getByRole('heading', { level: 1 }).waitFor()
  }

  field(label: string) {
    return this.page.getByRole('textbox', { name: label, exact: true })
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: REGISTER.next, exact: true }).click()
  }

  async waitForStep(step: keyof typeof REGISTER.steps): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: new RegExp(`${REGISTER.steps[step]}$`) }).waitFor()
  }

  async chooseExams(...codes: string[]): Promise<void> {
    await this.waitForStep('epreuves')
    for (const code of codes) await this.page.getByRole('checkbox', { name: new RegExp(`^${code} `) }).check()
    await this.next()
  }

  async findCentres(department: string): Promise<void> {
    await this.waitForStep('lieu')
    await this.page.getByRole('combobox', { name: STEP_PLACE.department }).fill(department)
  }

  async chooseCentre(name: string): Promise<void> {
    await this.agreeTo(name)
    await this.next()
  }

  /** A centre found; for each exam with a choice of software, the first one. */
  async agreeTo(name: string): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(name) }).check({ force: true })
    const choices = this.page.getByRole('radiogroup', { name: /^Logiciel pour/ })
    for (const choice of await choices.all()) await choice.getByRole('radio').first().check({ force: true })
    await this.page.getByRole('checkbox', { name: /^J’accepte/ }).check()
  }

  async fillIdentity({ birthName, firstNames, born }: Somebody): Promise<void> {
    await this.waitForStep('identite')
    await this.field(STEP_IDENTITY.birthName).fill(birthName)
    await this.field(STEP_IDENTITY.birthNameAgain).fill(birthName)
    await this.field(STEP_IDENTITY.firstNames).fill(firstNames)
    await this.page.getByRole('radio', { name: STEP_IDENTITY.sexes.F }).check({ force: true })
    for (const label of [STEP_IDENTITY.bornOn, STEP_IDENTITY.bornOnAgain]) {
      const date = this.page.getByRole('group', { name: label, exact: true })
      await date.getByLabel(STEP_IDENTITY.dateParts.day).fill(born.day)
      await date.getByLabel(STEP_IDENTITY.dateParts.month).fill(born.month)
      await date.getByLabel(STEP_IDENTITY.dateParts.year).fill(born.year)
    }
    await this.page.getByRole('radio', { name: STEP_IDENTITY.bornInOptions.france }).check({ force: true })
    const commune = this.page.getByRole('combobox', { name: STEP_IDENTITY.commune })
    await commune.click()
    await commune.fill('')
    // A list closes when the page scrolls under it: it is typed once the field stands still, as people do.
    await commune.pressSequentially(born.commune)
    await this.page.getByRole('option', { name: born.commune }).first().click()
    await this.field(STEP_IDENTITY.nationality).fill('française')
    await this.next()
  }

  async fillContact({ email }: Somebody): Promise<void> {
    await this.waitForStep('coordonnees')
    await this.field(STEP_CONTACT.email).fill(email)
    await this.field(STEP_CONTACT.emailAgain).fill(email)
    await this.field(STEP_CONTACT.phone).fill('06 12 34 56 78')
    await this.field(STEP_CONTACT.address1).fill('12 rue de l’Exemple')
    await this.field(STEP_CONTACT.postcode).fill('35000')
    await this.field(STEP_CONTACT.town).fill('Rennes')
    await this.next()
  }

  async fillSituation(): Promise<void> {
    await this.waitForStep('situation')
    await this.page.getByRole('radio', { name: 'Salarié' }).check({ force: true })
    await this.page.getByRole('radio', { name: STEP_SITUATION.no, exact: true }).check({ force: true })
    await this.page.getByRole('radio', { name: STEP_SITUATION.fundings.own, exact: true }).check({ force: true })
    await this.next()
  }

  async fillAccount({ password }: Somebody): Promise<void> {
    await this.waitForStep('compte')
    await this.field(PASSWORD_RULES.password).fill(password)
    await this.field(PASSWORD_RULES.again).fill(password)
    await this.page.getByRole('checkbox', { name: STEP_ACCOUNT.informed }).check()
    await this.next()
    await this.waitForStep('recapitulatif')
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: SUMMARY.send }).click()
  }

  /** All of it, up to what waits in the mail. */
  async register(somebody: Somebody, exams: readonly string[], department: string, centre: string): Promise<void> {
    await this.open('/inscription')
    await this.chooseExams(...exams)
    await this.findCentres(department)
    await this.chooseCentre(centre)
    await this.fillIdentity(somebody)
    await this.fillContact(somebody)
    await this.fillSituation()
    await this.fillAccount(somebody)
    await this.send()
  }

  /** The link of the first mail, and what it leads to: the password of the form again, and a button. */
  async confirm(link: string, password: string): Promise<void> {
    await this.page.goto(link)
    await this.field(CONFIRM.password).fill(password)
    await this.page.getByRole('button', { name: CONFIRM.submit }).click()
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.open('/connexion')
    await this.field(SIGN_IN.login).fill(login)
    await this.field(SIGN_IN.password).fill(password)
    await this.page.getByRole('button', { name: SIGN_IN.submit, exact: true }).click()
  }

  async recover(what: 'nuc' | 'lostPassword', email: string): Promise<void> {
    await this.open('/oubli')
    await this.page.getByRole('radio', { name: RECOVER[what] }).check({ force: true })
    await this.field(RECOVER.email).fill(email)
    await this.page.getByRole('button', { name: RECOVER.submit }).click()
  }
}
