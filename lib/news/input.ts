import { z } from 'zod'
import { nested } from '../http/nested.ts'
import { labels } from '../i18n/labels-input.ts'
import { localMoment } from '../i18n/local-time.ts'

const TITLE_MAX = 120
const BODY_MAX = 5000

/** Titles and bodies per language; a language without a title shows both in English. */
export const newsChange = nested(
  z
    .object({
      titles: labels(TITLE_MAX),
      bodies: labels(BODY_MAX),
      visibleFrom: localMoment,
      visibleTo: localMoment,
      audience: z.enum(['all', 'some'], 'unknown'),
      groups: z.array(z.coerce.number('unknown').int().positive()).max(500),
    })
    .superRefine(({ audience, groups, visibleFrom, visibleTo }, context) => {
      if (audience === 'some' && groups.length === 0)
        context.addIssue({ code: 'custom', path: ['groups'], message: 'noGroup' })
      if (visibleFrom && visibleTo && visibleTo <= visibleFrom)
        context.addIssue({ code: 'custom', path: ['visibleTo'], message: 'fromTo' })
    })
    .transform(({ audience, ...change }) => ({ ...change, groups: audience === 'all' ? [] : change.groups })),
)
/** `groups` without one is for all; without a beginning it is visible at once. */
export type NewsChange = z.output<typeof newsChange>
