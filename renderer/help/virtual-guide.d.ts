/** Written by the build out of docs/guide/*.md: scripts/tools/guide-plugin.ts. */
declare module 'virtual:guide' {
  export const pages: readonly import('../../text/guide-page.ts').GuidePage[]
}
