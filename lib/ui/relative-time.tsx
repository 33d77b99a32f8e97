/** `text` is what is read ("2 h ago"), `full` the whole date on hover; both come formatted. */
export function RelativeTime({ iso, text, full }: { iso: string; text: string; full: string }) {
  return (
    <time dateTime={iso} title={full}>
      {text}
    </time>
  )
}
