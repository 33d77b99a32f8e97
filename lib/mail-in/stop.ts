import type { Mail } from './mail.ts'

export const STOPS = ['automatic', 'list', 'bounce', 'loop'] as const
export type Stop = (typeof STOPS)[number]

/**
 * Why nobody wrote this mail: an automatic answer, a mailing list, a report about a mail that could not be delivered, or our own
 * mail come back (RFC 3834, 2). Undefined for a person's mail. Nothing is ever answered to either.
 * @param ours whether an address is one that we send from or receive at
 */
export function stopReason(mail: Mail, ours: (address: string) => boolean): Stop | undefined {
  const { header, from, report } = mail
  const said = (name: string) => header(name).join(' ').toLowerCase()
  if (report || /report-type="?delivery-status/.test(said('content-type')) || header('x-failed-recipients').length > 0)
    return 'bounce'
  if (from.some(ours)) return 'loop'
  if (/^\s*<\s*>\s*$/.test(header('return-path')[0] ?? '')) return 'automatic'
  if (/^\s*(auto-|owner-|y)/.test(said('auto-submitted'))) return 'automatic'
  if (/\b(all|autoreply|oof)\b/.test(said('x-auto-response-suppress'))) return 'automatic'
  if (header('x-autoreply').length > 0 || header('x-autorespond').length > 0) return 'automatic'
  if (header('list-id').length > 0 || header('list-unsubscribe').length > 0) return 'list'
  if (/\b(bulk|junk|list)\b/.test(said('precedence'))) return 'list'
  if (/\bauto_reply\b/.test(said('precedence'))) return 'automatic'
  if (from.some((address) => /^(mailer-daemon|postmaster)@/.test(address))) return 'automatic'
  return undefined
}
