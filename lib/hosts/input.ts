import { z } from 'zod'

/** As browsers ask for it: lower case, letters outside ASCII encoded, no port. */
const hostName = z
  .string()
  .trim()
  .min(1, 'missing')
  .max(253, 'tooLong')
  .transform((typed, context) => {
    const name = URL.canParse(`http://${typed}/`) ? new URL(`http://${typed}/`).hostname : ''
    // `new` is the address of the form for a new host.
    if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name) || /[/?#@:\\]/.test(typed) || name === 'new')
      context.addIssue({ code: 'custom', message: 'host' })
    return name
  })

export const hostChange = z.object({
  host: hostName,
  theme: z.string().min(1, 'missing').max(100, 'unknown'),
  groups: z.array(z.coerce.number('unknown').int().positive()).max(500),
})
/** `groups` without one means that all customer groups sign in there. */
export type HostChange = z.output<typeof hostChange>
