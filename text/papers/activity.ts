import type { CentreSettings } from '../../domain/catalogue.ts'

/**
 * The declaration of activity as papers state it, with the sentence that must follow any mention of it (C. trav. L.6352-12); none when the
 * centre has none to print.
 */
export function activityLines({ activity }: Pick<CentreSettings, 'activity'>): string[] {
  if (!activity) return []
  const { number, region } = activity
  const spaced = number.replace(/^(\d{2})(\d{2})(\d{5})(\d{2})$/, '$1 $2 $3 $4')
  return [
    `Déclaration d’activité enregistrée sous le numéro ${spaced} auprès du préfet de la région ${region}. Cet enregistrement ne vaut pas agrément de l’État.`,
  ]
}
