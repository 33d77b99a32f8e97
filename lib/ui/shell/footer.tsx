export type FooterProps = {
  /** The theme's footer slot, already safe. */
  html?: string | undefined
  /** Read out as the name of the link list. */
  label: string
  links: readonly { href: string; label: string }[]
}

export function Footer({ html, label, links }: FooterProps) {
  if (!html && links.length === 0) return null
  return (
    <footer data-part="footer">
      <div>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered from the theme's Markdown, which holds no HTML */}
        {html ? <div dangerouslySetInnerHTML={{ __html: html }} /> : null}
        {links.length > 0 ? (
          <nav data-part="legal" aria-label={label}>
            {links.map((link) => (
              <a key={link.href} href={link.href}>
                {link.label}
              </a>
            ))}
          </nav>
        ) : null}
      </div>
    </footer>
  )
}
