import helmet from '@fastify/helmet'
import type { Hq } from './hq.ts'
import type { HqApp } from './routes/hq-app.ts'

/**
 * The one inline style that HQ's pages run: React Aria's `touch-action` rule, allowed by its hash, as in the desk's window
 * (`main/content-policy.ts`). When an upgrade changes the rule, the browser tests of the pages fail on the violation.
 */
const REACT_ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

/** What a browser may do with anything that HQ answers: its own files only, in no frame, told to nobody. */
export async function secureHeaders(app: HqApp, { publicUrl }: Pick<Hq, 'publicUrl'>): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", REACT_ARIA_STYLE],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // A browser that was once told would refuse the plain HTTP of a demonstration, on this address, for a year.
    strictTransportSecurity: publicUrl.startsWith('https:'),
    xFrameOptions: { action: 'deny' },
    // Links in mails carry secrets: no address of ours is told to where a page leads.
    referrerPolicy: { policy: 'no-referrer' },
  })
}
