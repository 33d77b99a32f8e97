import { z } from 'zod'

const ids = z.array(z.number())

const rights = {
  session: z.string().optional(),
  name: z.string(),
  locale: z.string().nullable(),
  must_change_password: z.boolean(),
  /** A role asks for a second factor, and there is none yet. Only of a session: a worker's viewer signs in nowhere. */
  must_add_factor: z.boolean().optional(),
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

const ofContact = {
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
}

const contact = z.object({ kind: z.literal('contact'), ...ofContact })
const engineer = z.object({
  kind: z.literal('engineer'),
  ...rights,
  engineer: z.number(),
  administer: z.boolean(),
  manage_news: z.boolean(),
  manage_faq: z.boolean(),
})
const viewing = z.object({
  kind: z.literal('viewing-as'),
  ...ofContact,
  engineer: z.number(),
  engineer_name: z.string(),
  until: z.coerce.date(),
})

/** A contact or engineer with its rights as the database computed them (`viewer_rights`). */
export const signedInShape = z.discriminatedUnion('kind', [contact, engineer])
/** Whoever is behind a session (`session_viewer`). */
export const viewerShape = z.discriminatedUnion('kind', [contact, engineer, viewing])

export type ContactViewer = z.infer<typeof contact>
export type EngineerViewer = z.infer<typeof engineer>
/** An engineer who looks through a contact's eyes: reads what the contact reads, and changes nothing. */
export type ViewingViewer = z.infer<typeof viewing>
/** Who may act. Commands take these alone. */
export type SignedInViewer = ContactViewer | EngineerViewer
/** For whom the portal's pages are. */
export type PortalViewer = ContactViewer | ViewingViewer
/** As whom a request acts. What it may do is computed anew in each transaction; the lists here only shape the page. */
export type Viewer = { kind: 'anonymous' } | SignedInViewer | ViewingViewer
