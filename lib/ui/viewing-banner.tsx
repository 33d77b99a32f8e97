import { Button } from '#lib/ui/button.tsx'

/** Says on every page that it is seen through somebody else's eyes, with the way out. No theme can take it away. */
export function ViewingBanner({ action, text, end }: { action: string; text: string; end: string }) {
  return (
    <form data-part="viewing" action={action} method="post">
      <p role="status">{text}</p>
      <Button>{end}</Button>
    </form>
  )
}
