/** Under every mail. */
export const SIGNATURE = [
  'Pupitre, le service des inscriptions aux épreuves.',
  'Ce mail est envoyé automatiquement. Pour une question sur votre inscription, écrivez à votre centre.',
] as const
