import { Drawing } from '#lib/ui/drawing.tsx'
import { Html, html } from '#lib/ui/html.ts'
import { type IconName, iconShapes } from '#lib/ui/icon-shapes.ts'

/** An icon by name, on the server. A client component takes `Drawing` and its own shapes, or it would ship them all. */
export function Icon({ name }: { name: IconName }) {
  return <Drawing shapes={iconShapes[name] ?? ''} />
}

/** The same as markup. */
export const iconMarkup = (name: IconName): Html =>
  html`<svg data-part="icon" aria-hidden="true" viewBox="0 0 24 24" width="20" height="20">${new Html(iconShapes[name] ?? '')}</svg>`
