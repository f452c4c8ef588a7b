import { type SetStateAction, useCallback, useEffect, useState } from 'react'

/** Says whether a value kept by an earlier version of the application still has the shape that is expected now. */
export type Accept<V> = (value: unknown) => value is V

/** One value under its key; null where nothing is kept. */
export type KeptPair = { key: string; value: unknown }

/** Where what is kept goes for good: what was there, and how to write. */
export type KeptHome = { values: readonly KeptPair[]; save: (changes: readonly KeptPair[]) => Promise<void> }

/** How long between two writes, in milliseconds: a click is written at once, typing not at each key, and well under a second. */
const WRITE_EVERY = 400
/** How long before another try when a write failed (a full disk), in milliseconds. */
const TRY_AGAIN_AFTER = 5000

/** `before`: read from the home, by whatever version wrote it; nobody may believe it without an `accept`. */
type Held = { value: unknown; before: boolean }
type Listener = (value: unknown) => void

const memory = new Map<string, Held>()
const listeners = new Map<string, Set<Listener>>()
const unwritten = new Map<string, unknown>()
let save: KeptHome['save'] | null = null
let writtenAt = Number.NEGATIVE_INFINITY
let timer: ReturnType<typeof setTimeout> | null = null
let writing: Promise<void> = Promise.resolve()

/**
 * Takes out what one person kept, and forgets what another had: to be called before anything that keeps is drawn. Whatever was not
 * written yet must have been flushed.
 */
export function openKept(home: KeptHome): void {
  memory.clear()
  unwritten.clear()
  for (const { key, value } of home.values) memory.set(key, { value, before: true })
  save = home.save
}

/** Writes at once what waits to be written; settled once it is. A write that failed waits, and is tried again by itself. */
export function flushKept(): Promise<void> {
  if (timer !== null) clearTimeout(timer)
  timer = null
  const to = save
  if (to === null || unwritten.size === 0) return writing
  const changes = [...unwritten].map(([key, value]) => ({ key, value }))
  unwritten.clear()
  writtenAt = performance.now()
  // One after the other: a value must never be overtaken by the one before it.
  writing = writing.then(() => to(changes)).catch(() => waitAgain(to, changes))
  return writing
}

/**
 * State that outlives its component: a half-typed form closed by mistake, the filters of a screen left for another. `key` names it
 * once in the whole window. With `accept` it is kept for good, for the person who sits here, through a restart and a crash; without,
 * for as long as the window. Components that share a key see each other's changes. `null` is not kept: it comes back as `initial`.
 */
export function useKept<V>(key: string, initial: V, accept?: Accept<V>): [V, (action: SetStateAction<V>) => void] {
  const [held, setHeld] = useState(() => ({ key, value: read(key, initial, accept) }))
  // The same component shown for another key (the next candidate's file) must not keep the former one's words.
  const value = held.key === key ? held.value : read(key, initial, accept)
  const durable = accept !== undefined
  const set = useCallback(
    (action: SetStateAction<V>) => {
      const before = read(key, initial, accept)
      const next = typeof action === 'function' ? (action as (before: V) => V)(before) : action
      memory.set(key, { value: next, before: false })
      if (durable) write(key, next)
      setHeld({ key, value: next })
      for (const listener of listeners.get(key) ?? []) listener(next)
    },
    [key, initial, accept, durable],
  )
  useEffect(() => listenTo(key, (next) => setHeld({ key, value: next as V })), [key])
  return [value, set]
}

/** Whether something was typed or chosen under that key and not forgotten since; kept from before, it must be accepted. */
export function isKept<V>(key: string, accept?: Accept<V>): boolean {
  const held = memory.get(key)
  return held !== undefined && (!held.before || accept?.(held.value) === true)
}

/** Forgets it, here and for good. What shows it now goes on showing it. */
export function forgetKept(key: string): void {
  if (!memory.delete(key)) return
  write(key, null)
}

function read<V>(key: string, initial: V, accept: Accept<V> | undefined): V {
  return isKept(key, accept) ? (memory.get(key)?.value as V) : initial
}

function write(key: string, value: unknown): void {
  if (save === null) return
  unwritten.set(key, value)
  timer ??= setTimeout(() => void flushKept(), Math.max(0, writtenAt + WRITE_EVERY - performance.now()))
}

function waitAgain(to: KeptHome['save'], changes: readonly KeptPair[]): void {
  if (save !== to) return
  for (const { key, value } of changes) if (!unwritten.has(key)) unwritten.set(key, value)
  timer ??= setTimeout(() => void flushKept(), TRY_AGAIN_AFTER)
}

function listenTo(key: string, listener: Listener): () => void {
  const others = listeners.get(key) ?? new Set()
  listeners.set(key, others.add(listener))
  return () => {
    others.delete(listener)
    if (others.size === 0) listeners.delete(key)
  }
}
