import type { DeskOptions } from './open-desk.ts'

/** The environment of a desk: this process's, with nothing of ours left in it but what the options say. */
export function deskEnvironment(options: DeskOptions): Record<string, string> {
  const own = Object.entries({
    PUPITRE_USER_DATA: options.userData,
    PUPITRE_HQ_URL: options.hqUrl,
    PUPITRE_ENROLMENT_CODE: options.enrolmentCode,
    PUPITRE_DEVICE_NAME: options.deviceName ?? 'ACCUEIL',
    PUPITRE_HOST_DOCUMENTS: options.documents ?? null,
    PUPITRE_CLOCK_FILE: options.clockFile,
    PUPITRE_HEADLESS: process.env.PUPITRE_HEADLESS ?? '1',
  })
  const given = own.filter((entry): entry is [string, string] => entry[1] !== null)
  const names = new Set(own.map(([name]) => name))
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !names.has(entry[0]),
  )
  return Object.fromEntries([...inherited, ...given])
}
