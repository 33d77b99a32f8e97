/** Decoration beside text: 20 px, in the text's colour, unknown to screen readers. `shapes` are lucide's. */
export function Drawing({ shapes }: { shapes: string }) {
  return (
    <svg
      data-part="icon"
      aria-hidden="true"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawings are constants of the lucide package
      dangerouslySetInnerHTML={{ __html: shapes }}
    />
  )
}

/** The inner shapes of a lucide file, without its `<svg>` wrapper. */
export function shapesOf(svg: string): string {
  return svg.replace(/<\/?svg[^>]*>/g, '').replace(/\n\s*/g, '')
}
