import { runBin } from './run-bin.ts'

/**
 * Builds the desktop application and the pages that HQ serves, as `npm run build` does.
 * @returns whether both could be built; what went wrong has been printed
 */
export async function build(): Promise<boolean> {
  return (await buildDesktop()) && (await runVite('--config', 'vite.pages.config.ts'))
}

/** The desktop application alone. */
export function buildDesktop(): Promise<boolean> {
  return runVite('--app')
}

async function runVite(...args: readonly string[]): Promise<boolean> {
  return (await runBin('vite', ['build', ...args, '--logLevel', 'warn'])) === 0
}
