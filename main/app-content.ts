import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { isPaperAddress, isWindowAddress, previewToken } from './app-address.ts'
import { PAPER_POLICY, PREVIEW_POLICY, WINDOW_POLICY } from './content-policy.ts'
import { offeredPaper, offeredPreview } from './print/offered-papers.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * What the application's protocol answers: a file of the built renderer, a paper waiting to be printed, or one that the window shows.
 * Anything else, and any path that leaves `rendererFolder`, is a 404 without a body.
 */
export async function appContent(request: { url: string; method: string }, rendererFolder: string): Promise<Response> {
  if (request.method !== 'GET') return empty(405)
  if (isPaperAddress(request.url)) return paper(request.url)
  const preview = previewToken(request.url)
  if (preview !== null) return previewed(preview)
  if (isWindowAddress(request.url)) return rendererFile(request.url, rendererFolder)
  return empty(404)
}

function paper(address: string): Response {
  const offered = offeredPaper(new URL(address).pathname.slice(1))
  if (offered === undefined) return empty(404)
  if (typeof offered === 'string') return answer(offered, 'text/html; charset=utf-8', PAPER_POLICY)
  // Without a policy: ours would keep Chromium's viewer, which frames what it shows, from showing it.
  const headers = { 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' }
  return new Response(new Uint8Array(offered), { headers })
}

function previewed(token: string): Response {
  const html = offeredPreview(token)
  return html === undefined ? empty(404) : answer(html, 'text/html; charset=utf-8', PREVIEW_POLICY)
}

async function rendererFile(address: string, folder: string): Promise<Response> {
  const file = await insideFolder(address, folder)
  if (file === null) return empty(404)
  const type = TYPES[path.extname(file)]
  if (type === undefined) return empty(404)
  return answer(new Uint8Array(await readFile(file)), type, WINDOW_POLICY)
}

/** The real path of the file an address names, or null when it is missing or lies outside `folder`, links followed. */
async function insideFolder(address: string, folder: string): Promise<string | null> {
  try {
    // The parser has already folded `..`; what is still encoded (%2f, %5c) only shows once decoded, hence the check below.
    const wanted = path.join(folder, decodeURIComponent(new URL(address).pathname))
    const [root, file] = await Promise.all([realpath(folder), realpath(wanted)])
    return file.startsWith(root + path.sep) ? file : null
  } catch {
    return null
  }
}

function answer(body: string | Uint8Array<ArrayBuffer>, type: string, policy: string): Response {
  const headers = {
    'content-type': type,
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
  return new Response(body, { headers })
}

function empty(status: number): Response {
  return new Response(null, { status })
}
