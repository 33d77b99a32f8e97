import { Logo, type LogoPair } from '#lib/ui/logo.tsx'

/** The company's logo, and beside it the portal's name where the logo does not say it. */
export type BrandProps = { href: string; name: string; logo?: LogoPair | undefined; title?: string | undefined }

export function Brand({ href, name, logo, title }: BrandProps) {
  return (
    <a data-part="brand" href={href} aria-label={title ?? name}>
      {logo ? <Logo pair={logo} name="" /> : null}
      {title ? <span>{title}</span> : logo ? null : name}
    </a>
  )
}
