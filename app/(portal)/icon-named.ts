import { type IconName, iconShapes } from '#lib/ui/icon-shapes.ts'

/** A queue's icon as the administrator named it; an unknown name becomes the ticket. */
export function iconNamed(name: string): IconName {
  return isIcon(name) ? name : 'ticket'
}

function isIcon(name: string): name is IconName {
  return Object.hasOwn(iconShapes, name)
}
