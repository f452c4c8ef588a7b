/** A page of the operator's guide, as the build made it of `docs/guide/<slug>.md`. */
export type GuidePage = {
  slug: string
  title: string
  /** What stands below the title, in HTML that the build wrote: no script, no style, no address of elsewhere, no markup of the page's own. */
  html: string
  /** The same in words, for searching: what comes before the first heading has no id. */
  sections: readonly GuideSection[]
}

/** What is read under one heading. `id` is the heading's, in the page's HTML as well. */
export type GuideSection = { id: string | null; title: string; text: string }
