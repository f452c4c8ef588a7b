type Named = Record<string, unknown>
type Operation = { summary?: string; security?: unknown; parameters?: unknown; requestBody?: Named; responses?: Named }
type Document = { info?: { title?: string; description?: string | undefined }; paths?: unknown; components?: unknown }

/** The OpenAPI document as one plain page, without a script: each route, what it takes and what it answers. */
export function docsPage(document: Document): string {
  const paths = Object.entries((document.paths ?? {}) as Record<string, Record<string, Operation>>)
  const routes = paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => route(method, path, operation)),
  )
  const shapes = Object.entries(((document.components ?? {}) as { schemas?: Named }).schemas ?? {})
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(document.info?.title ?? '')}</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c28 }
  pre { background: #f4f4f7; padding: .75rem; overflow: auto; font-size: 12.5px }
  summary { cursor: pointer }
</style>
</head>
<body>
<h1>${escapeHtml(document.info?.title ?? '')}</h1>
<p>${escapeHtml(document.info?.description ?? '')} Errors are <code>{code, detail?}</code>. The same for machines: <a href="/docs/openapi.json">openapi.json</a>.</p>
${routes.join('\n')}
<h2>Rows and commands</h2>
${shapes.map(([name, shape]) => folded(name, shape)).join('\n')}
</body>
</html>
`
}

function route(method: string, path: string, operation: Operation): string {
  const { summary = '', security, parameters, requestBody, responses = {} } = operation
  const parts = [
    parameters === undefined ? '' : folded('Query', parameters),
    requestBody === undefined ? '' : folded('Body', schemaOf(requestBody)),
    ...Object.entries(responses).map(([status, response]) => folded(`Answer ${status}`, schemaOf(response as Named))),
  ]
  return `<h2><code>${escapeHtml(method.toUpperCase())} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(summary)}${security ? ' <em>Needs a token.</em>' : ''}</p>
${parts.join('\n')}`
}

function schemaOf({ content }: Named): unknown {
  return Object.values((content ?? {}) as Record<string, { schema?: unknown }>)[0]?.schema
}

function folded(title: string, value: unknown): string {
  return `<details><summary>${escapeHtml(title)}</summary><pre>${escapeHtml(JSON.stringify(value, null, 2) ?? '')}</pre></details>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
