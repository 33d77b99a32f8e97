/** An attached file of a mail, before it is anybody's. */
export type MailFile = { name: string; contentType: string; bytes: number }

/** A mail that came in, taken apart; its files still lie in the raw one. */
export type Mail = {
  messageId: string | null
  /** Every address of its From, in lower case; one in an ordinary mail. */
  from: readonly string[]
  /** The name that the sender gives itself. */
  senderName: string
  /** Every address that it was sent to or delivered at. */
  to: readonly string[]
  subject: string
  /** Plain text; of a mail in HTML alone what can be read of it. */
  text: string
  files: readonly MailFile[]
  /** The values of a header, in any case, from the top down. */
  header: (name: string) => readonly string[]
  /** What a report about an undelivered mail of ours says; null in any other mail. */
  report: Report | null
}

/** A delivery status notification (RFC 3464): of which mail, whether for good, and what the other mail server said. */
export type Report = { messageId: string; failed: boolean; answer: string }
