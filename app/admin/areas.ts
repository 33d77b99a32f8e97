import type { EngineerViewer } from '#lib/access/viewer.ts'
import type { IconName } from '#lib/ui/icon-shapes.ts'

type Area = {
  /** The first segment after `/admin`, and the key of its words in the namespace `admin`. */
  key: string
  icon: IconName
  may?: (viewer: EngineerViewer) => boolean
}

/** The rooms of the Admin Tool, in the order of its navigation. */
export const AREAS = {
  people: [
    { key: 'people', icon: 'users' },
    { key: 'roles', icon: 'key' },
    { key: 'directories', icon: 'building' },
    { key: 'providers', icon: 'signIn' },
    { key: 'licence', icon: 'ticket' },
    { key: 'explain', icon: 'question' },
  ],
  tickets: [
    { key: 'queues', icon: 'inbox' },
    { key: 'text-classes', icon: 'message' },
    { key: 'templates', icon: 'text' },
  ],
  customers: [
    { key: 'groups', icon: 'building' },
    { key: 'hosts', icon: 'home' },
    { key: 'themes', icon: 'image' },
    { key: 'news', icon: 'bell', may: (viewer) => viewer.administer || viewer.manage_news },
  ],
  operation: [
    { key: 'settings', icon: 'settings' },
    { key: 'mail', icon: 'mail' },
    { key: 'sessions', icon: 'lock' },
    { key: 'audit', icon: 'file' },
    { key: 'health', icon: 'circleCheck' },
  ],
} as const satisfies Record<string, readonly Area[]>

export type AreaGroup = keyof typeof AREAS
export type AreaKey = (typeof AREAS)[AreaGroup][number]['key']

/** The groups with the areas that this viewer may enter; an empty group is left out. */
export function areasFor(viewer: EngineerViewer): { group: AreaGroup; areas: { key: AreaKey; icon: IconName }[] }[] {
  return (Object.keys(AREAS) as AreaGroup[])
    .map((group) => ({
      group,
      areas: AREAS[group].filter((area) => ('may' in area ? area.may(viewer) : viewer.administer)),
    }))
    .filter(({ areas }) => areas.length > 0)
}
