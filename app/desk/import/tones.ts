import type { ImportSummary } from '#lib/import/queries/page.ts'
import type { StatusTone } from '#lib/ui/badge.tsx'

/** Done is closed, working is open, and everything else waits for somebody. */
export function toneOf(state: ImportSummary['state']): StatusTone {
  if (state === 'done') return 'closed'
  return state === 'checking' || state === 'running' ? 'open' : 'waiting'
}
