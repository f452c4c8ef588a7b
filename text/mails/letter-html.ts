import { NBSP } from '../format.ts'
import type { Block } from './letter.ts'

// Colours are the reader's, light or dark: only the button has its own, both of them.
const BODY = 'margin:0;padding:16px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5'
const COLUMN = 'max-width:600px;margin:0 auto;overflow-wrap:anywhere'
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#1f5fbf;color:#ffffff;font-weight:600;text-decoration:none'
// The colour is the reader's own, so that it can be read on dark as on light.
const LINK = 'font-size:16px;font-weight:600;color:inherit'
const BESIDE = 'margin:0 0 16px;padding:4px 0 4px 12px;border-left:3px solid #858f9d'
const FOOT = 'margin:32px 0 0;padding-top:12px;border-top:1px solid #858f9d;font-size:14px'

/** The HTML part of a mail: styles inlined, one column, no image, nothing fetched, nothing that tells that it was read. */
export function letterHtml(title: string, blocks: readonly Block[], foot: readonly string[]): string {
  return `<!doctype html>
<html lang="fr" dir="ltr" style="color-scheme:light dark">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
</head>
<body style="${BODY}">
<div style="${COLUMN}">
${blocks.map(part).join('\n')}
<p style="${FOOT}">${foot.map(escapeHtml).join('<br>')}</p>
</div>
</body>
</html>
`
}

function part(block: Block): string {
  if (block.kind === 'paragraph') return `<p style="margin:0 0 16px">${escapeHtml(block.words)}</p>`
  if (block.kind === 'heading')
    return `<h2 style="margin:24px 0 8px;font-size:18px;line-height:1.3">${escapeHtml(block.words)}</h2>`
  if (block.kind === 'list')
    return `<ul style="margin:0 0 16px;padding-left:20px">${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
  if (block.kind === 'quote')
    return `<blockquote style="${BESIDE}">${block.lines.map(escapeHtml).join('<br>')}</blockquote>`
  if (block.kind === 'facts')
    return `<p style="${BESIDE}">${block.facts
      .map(([label, value]) => `${escapeHtml(label)}${NBSP}: <strong><bdi>${escapeHtml(value)}</bdi></strong>`)
      .join('<br>')}</p>`
  const href = escapeHtml(block.link)
  if (block.kind === 'link')
    return `<p style="margin:0 0 12px;font-size:14px"><a href="${href}" style="${LINK}">${escapeHtml(block.words)}</a><br>${href}</p>`
  // The address is shown too: a mail program may not show the button, and a careful reader wants to see where it leads.
  return `<p style="margin:0 0 8px"><a href="${href}" style="${BUTTON}">${escapeHtml(block.words)}</a></p>
<p style="margin:0 0 16px;font-size:14px">${href}</p>`
}

/** Safe between tags and within a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
