/** What hides the connection from the network; without either it does not leave this machine. */
export function protectionOf({ url, startTls }: { url: string; startTls: boolean }): 'tls' | 'startTls' | 'none' {
  if (url.startsWith('ldaps:')) return 'tls'
  return startTls ? 'startTls' : 'none'
}
