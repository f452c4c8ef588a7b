/** What is being done now, by name, so that asking again for the same thing does nothing and is shown. */
export type UnderWay = {
  /** @returns false when it is already under way: whoever asks must then do nothing */
  begin(key: string): boolean
  end(key: string): void
  /** A set that never changes: another one takes its place. */
  current(): ReadonlySet<string>
  subscribe(listener: () => void): () => void
}

export function createUnderWay(): UnderWay {
  let keys: ReadonlySet<string> = new Set()
  const listeners = new Set<() => void>()
  const become = (next: ReadonlySet<string>) => {
    keys = next
    for (const listener of listeners) listener()
  }
  return {
    begin(key) {
      if (keys.has(key)) return false
      become(new Set([...keys, key]))
      return true
    },
    end: (key) => become(new Set([...keys].filter((one) => one !== key))),
    current: () => keys,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
