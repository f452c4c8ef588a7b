/** What whoever starts the application may say, through the environment. */
export type StartOptions = {
  /** Where the data lives instead of the usual place; `null` = the usual place. */
  dataFolder: string | null
  /** File holding the present instant (tour and tests); never heeded by the installed application. */
  clockFile: string | null
  hqUrl: string | null
  enrolmentCode: string | null
  /** What this PC is called when it enrols by itself. */
  deviceName: string | null
}

/** Reads the `PUPITRE_…` variables. `installed`: a clock that can be moved has no place on a centre's PC. */
export function startOptions(env: Readonly<Record<string, string | undefined>>, installed: boolean): StartOptions {
  return {
    dataFolder: env.PUPITRE_USER_DATA || null,
    clockFile: installed ? null : env.PUPITRE_CLOCK_FILE || null,
    hqUrl: env.PUPITRE_HQ_URL || null,
    enrolmentCode: env.PUPITRE_ENROLMENT_CODE || null,
    deviceName: env.PUPITRE_DEVICE_NAME || null,
  }
}
