import { z } from 'zod'

/** The contract between themes and application; it rises when a manifest of the old kind would no longer do. */
export const contractVersion = 1

export const themeId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, at most 40')
const hex = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour as #rrggbb')
const fileIn = (folder: string, endings: string) =>
  z
    .string()
    .regex(
      new RegExp(`^${folder}/[A-Za-z0-9._-]+\\.(${endings})$`),
      `a file in ${folder}/ (${endings.replaceAll('|', ', ')})`,
    )
const url = z.string().regex(/^(https:\/\/|mailto:|tel:|\/(?!\/))/, 'https://, mailto:, tel: or a path of the portal')
const label = z.string().min(1).max(80)
const fieldName = z.string().regex(/^[A-Za-z][\w.-]{0,59}$/)
const breakpoint = z.enum(['sm', 'md', 'lg', 'xl'])

const brand = z.strictObject({ color: hex, accent: hex.optional(), neutral: hex.optional() })

const assets = z.strictObject({
  logo: fileIn('brand', 'svg|png'),
  logoDark: fileIn('brand', 'svg|png'),
  logoMono: fileIn('brand', 'svg|png'),
  favicon: fileIn('brand', 'svg|png'),
  logoEmail: fileIn('brand', 'png'),
  icon512: fileIn('brand', 'png'),
  iconMaskable512: fileIn('brand', 'png'),
  og: fileIn('brand', 'png'),
})

export const fontShape = z.strictObject({
  family: z.string().regex(/^[A-Za-z0-9 -]{1,40}$/, 'letters, digits, blanks and hyphens'),
  file: fileIn('fonts', 'woff2'),
  weight: z
    .string()
    .regex(/^\d{1,4}( \d{1,4})?$/, '"400" or a range such as "400 700"')
    .default('400'),
  style: z.enum(['normal', 'italic']).default('normal'),
  unicodeRange: z
    .string()
    .regex(/^U\+[0-9A-F?+U,\s-]+$/i)
    .optional(),
  preload: z.boolean().default(false),
  /** Which system face stands in until the font is there; it is scaled to the font's own metrics. */
  fallback: z.enum(['sans', 'serif']).default('sans'),
})

const layout = z.strictObject({
  header: z.enum(['bar', 'stacked', 'centered']),
  nav: z.enum(['top', 'side']),
  login: z.enum(['card', 'split', 'cover']),
  home: z.array(z.enum(['search', 'create', 'latest', 'news'])).min(1),
  list: z.enum(['table', 'cards', 'compact']),
  density: z.enum(['compact', 'normal', 'comfortable']),
  width: z.enum(['narrow', 'normal', 'wide', 'full']),
})

const links = z.strictObject({
  imprint: url,
  privacy: url,
  accessibility: url,
  website: url,
  help: z.array(z.strictObject({ label, url })).max(8),
})

const ticketList = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        field: fieldName,
        width: z
          .string()
          .regex(/^\d+(\.\d+)?(rem|%)$/)
          .optional(),
        hideBelow: breakpoint.optional(),
      }),
    )
    .min(1)
    .max(12),
  sort: z.string().regex(/^-?[A-Za-z][\w.-]*$/),
  filters: z.array(fieldName).max(12),
  pageSize: z.int().min(10).max(100),
})

const ticketForm = z.strictObject({
  sections: z.array(z.strictObject({ title: label, fields: z.array(fieldName) })).max(12),
  fields: z.record(
    fieldName,
    z.strictObject({
      label: label.optional(),
      help: z.string().max(300).optional(),
      placeholder: label.optional(),
      hidden: z.boolean().optional(),
    }),
  ),
})

/** One theme's own `theme.json`: all but the head may be left to the parent. */
export const ownManifest = z.strictObject({
  $schema: z.string().optional(),
  id: themeId,
  name: z.string().min(1).max(80),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'three numbers such as 1.0.0'),
  contract: z.literal(contractVersion),
  extends: themeId.optional(),
  abstract: z.boolean().optional(),
  schemes: z.enum(['light', 'dark', 'both']).optional(),
  defaultScheme: z.enum(['light', 'dark', 'system']).optional(),
  allowToggle: z.boolean().optional(),
  brand: brand.partial().optional(),
  assets: assets.partial().optional(),
  fonts: z.array(fontShape).max(8).optional(),
  layout: layout.partial().optional(),
  links: links.partial().optional(),
  ticketList: ticketList.partial().optional(),
  ticketForm: ticketForm.partial().optional(),
})

/** The settings of a whole chain, complete because they are merged over `plainSettings`. */
export const wholeSettings = z.object({
  schemes: z.enum(['light', 'dark', 'both']),
  defaultScheme: z.enum(['light', 'dark', 'system']),
  allowToggle: z.boolean(),
  brand,
  fonts: z.array(fontShape),
  layout,
  links: links.partial({ imprint: true, privacy: true, accessibility: true, website: true }),
  ticketList,
  ticketForm,
})

export type OwnManifest = z.infer<typeof ownManifest>
export type Settings = z.infer<typeof wholeSettings>
export type FontShape = z.infer<typeof fontShape>
