import { Drawing } from '#lib/ui/drawing.tsx'
import { type IconName, iconShapes } from '#lib/ui/icon-shapes.ts'

/** An icon by name, on the server. A client component takes `Drawing` and its own shapes, or it would ship them all. */
export function Icon({ name }: { name: IconName }) {
  return <Drawing shapes={iconShapes[name] ?? ''} />
}
