export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { observeExchanges } = await import('#lib/http/exchange.ts')
  observeExchanges()
  const { closeUnusedConnections } = await import('#lib/http/closing.ts')
  closeUnusedConnections()
  const { workInBackground } = await import('#lib/jobs/start.ts')
  workInBackground()
}
