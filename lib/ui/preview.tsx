/** What somebody else's program will show, in a frame that can do nothing: no script, no form, no link out of it. */
export function Preview({ src, title }: { src: string; title: string }) {
  return <iframe data-part="preview" src={src} title={title} sandbox="" />
}
