import type { Report } from './mail.ts'

/**
 * What a report tells (RFC 3464) of the mail that came back in it; null where it does not say which. A mail that is late only has
 * not failed.
 */
export function reportIn(evidence: string): Report | null {
  const messageId = field(evidence, 'Message-ID')
  if (!messageId) return null
  const answer = [field(evidence, 'Status'), field(evidence, 'Diagnostic-Code')].filter(Boolean).join(' ')
  return { messageId, failed: field(evidence, 'Action')?.toLowerCase() === 'failed', answer: answer.slice(0, 500) }
}

const field = (text: string, name: string) =>
  new RegExp(`^${name}:[ \\t]*([^\\r\\n]+(?:\\r?\\n[ \\t]+[^\\r\\n]+)*)`, 'im')
    .exec(text)?.[1]
    ?.replaceAll(/\s+/g, ' ')
    .trim()
