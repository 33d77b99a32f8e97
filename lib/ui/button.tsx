import type { ComponentProps } from 'react'

type Variant = 'primary' | 'quiet' | 'danger' | 'plain'

/** A submit button unless `type` says otherwise; at most one `primary` on a page. */
export function Button({ variant = 'quiet', ...rest }: ComponentProps<'button'> & { variant?: Variant }) {
  return <button type="submit" data-part="button" data-variant={variant} {...rest} />
}

/** A link that starts something, drawn as a button. */
export function ButtonLink({ variant = 'quiet', ...rest }: ComponentProps<'a'> & { variant?: Variant }) {
  return <a data-part="button" data-variant={variant} {...rest} />
}

/** A row of buttons that wraps. */
export function Actions({ children }: ComponentProps<'div'>) {
  return <div data-part="actions">{children}</div>
}
