import { wallClock } from '../../hq/clock.ts'
import { aClock, anHq } from './an-hq.ts'

/**
 * An HQ to be judged by its contract alone: the one whose address is given (`npm run test:flows -- --url … --code …`), which keeps what the
 * tests did there, or a real one of our own with the sample, on the database that the run is about.
 */
export async function someHq() {
  const { PUPITRE_TEST_HQ_URL: url, PUPITRE_TEST_HQ_CODE: code } = process.env
  if (url === undefined) {
    const hq = await anHq({ sample: true, clock: aClock() })
    return { url: hq.url, clock: hq.clock, enrolmentCode: () => hq.enrolmentCode('rennes'), stop: hq.stop }
  }
  const given = async () => {
    if (code === undefined) throw new Error('An HQ given by its address needs an enrolment code')
    return code
  }
  return { url, clock: wallClock, enrolmentCode: given, stop: async () => {} }
}
