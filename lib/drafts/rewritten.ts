import 'server-only'
import type { SignedInViewer } from '../access/viewer.ts'
import { cannedText } from '../tickets/queries/canned.ts'
import type { Purpose } from './purpose.ts'

type Typed = Record<string, string | string[]>

const CLASS = 'class:'

/** Whether the wish changes the form that was sent, which then is shown again. */
export function rewrites(wish: string): boolean {
  return wish === 'insert' || wish.startsWith(CLASS)
}

/** What was typed at the desk as the wish wants it: in another text class, or with a canned text at its end. */
export async function rewritten(viewer: SignedInViewer, purpose: Purpose, wish: string, typed: Typed): Promise<Typed> {
  const { canned, ...rest } = typed
  if (viewer.kind !== 'engineer' || purpose.kind !== 'answer') return typed
  if (wish.startsWith(CLASS)) return { ...rest, textClass: wish.slice(CLASS.length) }
  if (wish !== 'insert' || !/^\d{1,15}$/.test(String(canned))) return rest
  const text = await cannedText(viewer, Number(canned), purpose.number)
  const body = [String(rest.body ?? '').trimEnd(), text].filter(Boolean).join('\n\n')
  return { ...rest, body }
}
