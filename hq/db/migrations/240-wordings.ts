import { rehashFeedRows } from './040-sums-anew.ts'
import { addedToChanges } from './added-to-changes.ts'

/** The centre's own paragraphs on its papers, who signs them, and its logo (`domain/wording.ts`, `domain/logo.ts`). */
export const wordings = {
  number: 240,
  name: 'wordings',
  statements: [
    `alter table centre_settings add column convocation_wording text, add column confirmation_wording text,
      add column reminder_wording text, add column refusal_wording text, add column attestation_wording text,
      add column signatory jsonb`,
    addedToChanges(
      'centreSettings',
      `'{"convocationWording": null, "confirmationWording": null, "reminderWording": null, "refusalWording": null,
        "attestationWording": null, "signatory": null}'`,
    ),
    `create table centre_logo (
      centre_id key not null references centre, id key not null, image jsonb, revision revision, primary key (centre_id, id))`,
  ],
  run: rehashFeedRows,
} as const
