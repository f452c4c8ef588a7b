import type { PrintToPDFOptions } from 'electron'
import type { CDPSession } from 'playwright'

/** A4 in inches, the browser's unit. */
const A4 = { paperWidth: 8.27, paperHeight: 11.69 }

/** `webContents.printToPDF` through the browser's protocol: A4 only, margins in inches, read as a stream for big papers. */
export async function printToPdf(cdp: CDPSession, options: PrintToPDFOptions): Promise<Buffer> {
  if (options.pageSize !== 'A4') throw new Error('the Chromium host prints A4 only')
  const { margins = {} } = options
  const { stream } = await cdp.send('Page.printToPDF', {
    ...A4,
    landscape: options.landscape ?? false,
    marginTop: margins.top ?? 0,
    marginBottom: margins.bottom ?? 0,
    marginLeft: margins.left ?? 0,
    marginRight: margins.right ?? 0,
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    printBackground: options.printBackground ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    transferMode: 'ReturnAsStream',
  })
  if (stream === undefined) throw new Error('Chromium printed nothing')
  return readStream(cdp, stream)
}

async function readStream(cdp: CDPSession, handle: string): Promise<Buffer> {
  const parts: Buffer[] = []
  for (;;) {
    const { data, base64Encoded, eof } = await cdp.send('IO.read', { handle })
    parts.push(Buffer.from(data, base64Encoded === true ? 'base64' : 'utf8'))
    if (eof) break
  }
  await cdp.send('IO.close', { handle })
  return Buffer.concat(parts)
}
