import { z } from 'zod'

const ids = z.array(z.number())

const rights = {
  session: z.string().optional(),
  name: z.string(),
  locale: z.string().nullable(),
  must_change_password: z.boolean(),
  read_queues: ids,
  write_queues: ids,
  append_queues: ids,
  create_queues: ids,
  execute_queues: ids,
  read_groups: ids,
  write_groups: ids,
  account_groups: ids,
  delete_groups: ids,
}

/** A contact or engineer with its rights as the database computed them for this request (`viewer_rights`). */
export const viewerShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('contact'),
    ...rights,
    contact: z.number(),
    company: z.number().nullable(),
    company_name: z.string().nullable(),
    customer_group: z.number(),
    profile: z.number(),
    own_company: z.number().nullable(),
    scheme: z.enum(['light', 'dark']).nullable(),
    company_theme: z.string().nullable(),
    group_theme: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('engineer'),
    ...rights,
    engineer: z.number(),
    administer: z.boolean(),
    manage_news: z.boolean(),
    manage_faq: z.boolean(),
  }),
])

export type SignedInViewer = z.infer<typeof viewerShape>
export type ContactViewer = Extract<SignedInViewer, { kind: 'contact' }>
export type EngineerViewer = Extract<SignedInViewer, { kind: 'engineer' }>
/** As whom a request acts. What it may do is computed anew in each transaction; the lists here only shape the page. */
export type Viewer = { kind: 'anonymous' } | SignedInViewer
