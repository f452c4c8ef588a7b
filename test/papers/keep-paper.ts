import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Keeps a paper where somebody can look at it: `PUPITRE_PAPERS=out/papers npx vitest run --project unit test/papers`. */
export function keepPaper(name: string, pdf: Uint8Array): void {
  const folder = process.env.PUPITRE_PAPERS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.pdf`), pdf)
}
