/**
 * Chromium cannot be taught a scheme from outside: `app://pupitre/x` is loaded as `https://pupitre.app.invalid/x` (`.invalid`
 * never resolves) and answered on the way. Main only ever sees `app:` addresses.
 */
export function toWeb(address: string): string {
  return address.replace(/^app:\/\/([^/]+)/, 'https://$1.app.invalid')
}

export function toApp(address: string): string {
  return address.replace(/^https:\/\/([^/]+)\.app\.invalid(?=\/|$)/, 'app://$1')
}
