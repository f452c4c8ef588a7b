/** What crosses between the page's world, the preload's world and main. JSON only, as the contract demands. */

/** The exposed API without its functions: what the page's world builds its copy from. */
export type Shape =
  | { kind: 'function' }
  | { kind: 'object'; members: Record<string, Shape> }
  | { kind: 'value'; value: unknown }

/** An argument of an exposed function: a value, or a function of the page, by number. */
export type Argument = { value: unknown } | { callback: number }

export type FromPage =
  | { kind: 'call'; id: number; path: string[]; args: Argument[] }
  | { kind: 'call-returned'; returned: number; args: Argument[] }

/** What an exposed function gave back at once. */
export type Returned = { value: unknown } | { error: string } | { returned: number } | { promised: true }

export type FromPreload =
  | { kind: 'expose'; key: string; shape: Shape }
  | { kind: 'returned'; id: number; result: Returned }
  | { kind: 'settled'; id: number; result: { value: unknown } | { error: string } }
  | { kind: 'callback'; callback: number; args: unknown[] }

export type ToMain = { id: number; channel: string; args: unknown[] }

export type FromMain =
  | { kind: 'answer'; id: number; result: { value: unknown } | { error: string } }
  | { kind: 'signal'; channel: string; args: unknown[] }
