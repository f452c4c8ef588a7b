import { renameSync, writeFileSync } from 'node:fs'

/** Moves the clock of a desk opened with this clock file. In one step: the desk may be reading it. */
export function setClock(file: string, instant: string): void {
  writeFileSync(`${file}.next`, instant)
  renameSync(`${file}.next`, file)
}
