import { parseSync } from 'vite'

/** A file of the project: its path from the root, with forward slashes, and its text. */
export type SourceFile = { path: string; text: string }

/** One import, export-from, dynamic import or `import('…')` type. `specifier` is null when it is computed. */
export type Import = { specifier: string | null; typeOnly: boolean }

/** What the rules need to know of a file: its imports, and the code, or the SQL in strings, that reads the machine's clock. */
export type Facts = { imports: Import[]; clockReads: string[]; sqlClockReads: string[] }

type Node = { type: string; start: number; end: number; [field: string]: unknown }

const sqlClock =
  /\bcurrent_(timestamp|date|time)\b|\bnow\(\)|\b(date|time|datetime|julianday|unixepoch|strftime)\([^)]*'now'/i

/** Parses a TypeScript file and lists what it imports and where it reads the clock. Throws on a syntax error. */
export function readFacts({ path, text }: SourceFile): Facts {
  const { program, errors } = parseSync(path, text)
  const [error] = errors
  if (error) throw new Error(`${path} does not parse: ${error.message}`)
  const facts: Facts = { imports: [], clockReads: [], sqlClockReads: [] }
  for (const node of everyNode(program)) {
    const found = importOf(node)
    if (found) facts.imports.push(found)
    if (readsClock(node)) facts.clockReads.push(text.slice(node.start, node.end))
    if (hasSqlClock(node)) facts.sqlClockReads.push(text.slice(node.start, node.end))
  }
  return facts
}

function* everyNode(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* everyNode(item)
  else if (isNode(value)) {
    yield value
    for (const child of Object.values(value)) if (typeof child === 'object') yield* everyNode(child)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function importOf(node: Node): Import | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: literal(node.source), typeOnly: node.importKind === 'type' }
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source ? { specifier: literal(node.source), typeOnly: node.exportKind === 'type' } : null
    case 'TSImportType':
      return { specifier: literal(node.source), typeOnly: true }
    case 'ImportExpression':
      return { specifier: literal(node.source), typeOnly: false }
    case 'TSExternalModuleReference':
      return { specifier: literal(node.expression), typeOnly: false }
    case 'CallExpression':
      return isNamed(node.callee, 'require') && Array.isArray(node.arguments)
        ? { specifier: literal(node.arguments[0]), typeOnly: false }
        : null
    default:
      return null
  }
}

function readsClock(node: Node): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return isDate(node.object) && (isNamed(node.property, 'now') || literal(node.property) === 'now')
    case 'NewExpression':
      return isDate(node.callee) && Array.isArray(node.arguments) && node.arguments.length === 0
    case 'CallExpression':
      return isDate(node.callee)
    default:
      return false
  }
}

function hasSqlClock(node: Node): boolean {
  if (node.type === 'TemplateElement') return readsSqlClock((node.value as { raw: string }).raw)
  return readsSqlClock(literal(node) ?? '')
}

/** Whether this SQL asks the database for the time, in SQLite's words or PostgreSQL's. */
export function readsSqlClock(sql: string): boolean {
  return sqlClock.test(sql)
}

/** `Date`, or `globalThis.Date` and the like. */
function isDate(node: unknown): boolean {
  return isNamed(node, 'Date') || (isNode(node) && node.type === 'MemberExpression' && isNamed(node.property, 'Date'))
}

function isNamed(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'Identifier' && node.name === name
}

function literal(node: unknown): string | null {
  return isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}
