/** What mail servers take before the @ (RFC 5321, 4.5.3.1.1). */
const LONGEST = 64

/**
 * `help+token@acme.example`: the mailbox with the token behind a plus, which mail servers deliver to the mailbox. Undefined where
 * replies have no mailbox, or one with too long a name.
 */
export function replyAddress(mailbox: string, token: string): string | undefined {
  const [local, domain] = partsOf(mailbox)
  if (!local || !domain || local.length + 1 + token.length > LONGEST) return undefined
  return `${local}+${token}@${domain}`
}

/** What stands behind the plus in those of the addresses that are the mailbox's, each once. */
export function tokensIn(addresses: readonly string[], mailbox: string): string[] {
  const [local, domain] = partsOf(mailbox)
  if (!local || !domain) return []
  const tokens = addresses.flatMap((address) => {
    const [name = '', host] = partsOf(address)
    return host === domain && name.startsWith(`${local}+`) ? [name.slice(local.length + 1)] : []
  })
  return [...new Set(tokens)]
}

function partsOf(address: string): [string | undefined, string | undefined] {
  const [, local, domain] = /^([^@]+)@([^@]+)$/.exec(address.trim().toLowerCase()) ?? []
  return [local, domain]
}
