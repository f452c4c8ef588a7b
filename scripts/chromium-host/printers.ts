import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import type { PrinterInfo, WebContentsPrintOptions } from 'electron'

const run = promisify(execFile)

/** Printers as `webContents` knows them, by CUPS, which is what Electron asks too on Linux and macOS. Where there is no CUPS, none. */
export async function listPrinters(): Promise<PrinterInfo[]> {
  const names = await ask('lpstat', ['-e'])
  const described = descriptions(await ask('lpstat', ['-l', '-p']))
  return names.filter(Boolean).map((name) => {
    const description = described.get(name) ?? ''
    return { name, displayName: description || name, description, options: {} }
  })
}

async function ask(program: string, args: readonly string[]): Promise<string[]> {
  try {
    const { stdout } = await run(program, args, { env: inEnglish() })
    return stdout.split('\n')
  } catch {
    // Not installed, or a scheduler that does not answer: no printer can be chosen.
    return []
  }
}

/** « printer Bureau is idle… », and in a line below « Description: HP LaserJet ». */
function descriptions(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  let name = ''
  for (const line of lines) {
    name = /^printer (\S+) /.exec(line)?.[1] ?? name
    const description = /^\s+Description: (.+)$/.exec(line)?.[1]
    if (description) found.set(name, description)
  }
  return found
}

/** Hands a PDF to a printer of CUPS (`lp`). @throws with what CUPS says when it does not take it */
export async function printPdf(pdf: Uint8Array, options: WebContentsPrintOptions): Promise<void> {
  const { deviceName = '', copies = 1, pageSize } = options
  const printer = spawn('lp', ['-d', deviceName, '-n', String(copies), '-o', `media=${mediaOf(pageSize)}`, '-'], {
    env: inEnglish(),
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let said = ''
  printer.stderr.on('data', (words) => {
    said += words
  })
  printer.once('error', reject)
  printer.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said.trim() || `lp ended with ${code}`))))
  // One that refuses closes its ear before it has heard all.
  printer.stdin.on('error', () => undefined)
  printer.stdin.end(pdf)
  await promise
}

function mediaOf(size: WebContentsPrintOptions['pageSize']): string {
  if (typeof size !== 'object') return size ?? 'A4'
  return `Custom.${size.width / 1000}x${size.height / 1000}mm`
}

/** What is read back is in no language of the person's. */
function inEnglish(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C.UTF-8' }
}
