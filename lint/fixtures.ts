/** A file as it would stand in the project. `rule` is what the linter says of a violating one: its category or message. */
export type Fixture = { path: string; source: string }

const uses = (source: string) => `import * as used from '${source}'\nexport const value = used`

export const violating: (Fixture & { rule: string })[] = [
  { rule: 'import nothing from app', path: 'lib/tickets/upward.ts', source: uses('#app/desk/page.tsx') },
  { rule: 'import nothing from app', path: 'lib/tickets/upward-relative.ts', source: uses('../../app/desk/page.tsx') },
  {
    rule: 'import nothing from app',
    path: 'bin/upward.ts',
    source: "export const page = import('#app/desk/page.tsx')",
  },

  { rule: 'never import each other', path: 'app/(portal)/uses-desk.ts', source: uses('#app/desk/parts.ts') },
  { rule: 'never import each other', path: 'app/desk/uses-portal.ts', source: uses('#app/(portal)/parts.ts') },
  { rule: 'never import each other', path: 'app/desk/uses-admin.ts', source: "export * from '../admin/parts.ts'" },
  { rule: 'never import each other', path: 'app/admin/uses-api.ts', source: uses('#app/api/parts.ts') },
  {
    rule: 'never import each other',
    path: 'app/api/uses-portal.ts',
    source: "export const p = import('#app/(portal)/x.ts')",
  },

  { rule: 'reach the database', path: 'app/desk/sql.ts', source: uses('drizzle-orm') },
  { rule: 'reach the database', path: 'app/desk/driver.ts', source: uses('postgres') },
  { rule: 'reach the database', path: 'app/desk/client.ts', source: uses('#lib/db/client.ts') },
  { rule: 'reach the database', path: 'lib/tickets/status.ts', source: uses('drizzle-orm/pg-core') },
  { rule: 'reach the database', path: 'lib/tickets/relative.ts', source: uses('../db/client.ts') },
  { rule: 'reach the database', path: 'proxy.ts', source: "export const load = () => import('#lib/db/client.ts')" },

  { rule: 'Next and React belong to', path: 'lib/tickets/framework.ts', source: uses('next/headers') },
  { rule: 'Next and React belong to', path: 'lib/faq/queries.ts', source: `import 'server-only'\n${uses('react')}` },

  { rule: 'Only lib/auth imports', path: 'app/(auth)/session.ts', source: uses('next-auth') },
  { rule: 'Only lib/auth imports', path: 'lib/accounts/hash.ts', source: uses('bcrypt') },
  { rule: 'Only lib/auth imports', path: 'lib/accounts/directory.ts', source: uses('ldapts') },
  { rule: 'Only lib/mail imports', path: 'lib/tickets/notify.ts', source: uses('nodemailer') },
  { rule: 'noProcessEnv', path: 'lib/tickets/setting.ts', source: 'export const value = process.env.SETTING' },

  {
    rule: 'A client component imports only',
    path: 'app/desk/client-query.tsx',
    source: `'use client'\n${uses('#lib/tickets/queries.ts')}`,
  },
  { rule: 'A client component imports only', path: 'lib/ui/client-zod.tsx', source: `'use client'\n${uses('zod')}` },

  {
    rule: 'noImportCycles',
    path: 'lib/tickets/hen.ts',
    source: "import { egg } from './egg.ts'\nexport const hen = () => egg",
  },
  {
    rule: 'noImportCycles',
    path: 'lib/tickets/egg.ts',
    source: "import { hen } from './hen.ts'\nexport const egg = () => hen",
  },
  { rule: "begin with: import 'server-only'", path: 'lib/tickets/queries.ts', source: 'export const list = 1' },
  { rule: "begin with: import 'server-only'", path: 'lib/tickets/commands/close.ts', source: 'export const close = 1' },

  { rule: 'instead of climbing folders', path: 'app/desk/tickets/climbs.ts', source: uses('../../parts.ts') },
  { rule: 'noExplicitAny', path: 'lib/tickets/any.ts', source: 'export const value: any = 1' },
  {
    rule: 'noNonNullAssertion',
    path: 'lib/tickets/bang.ts',
    source: 'export const first = (list: string[]) => list[0]!',
  },
]

export const conforming: Fixture[] = [
  { path: 'app/desk/tickets/deep/form.tsx', source: `'use client'\n${uses('../actions.ts')}` },
  { path: 'app/api/health.ts', source: uses('#lib/db/queries.ts') },
  { path: 'app/desk/page.tsx', source: uses('#lib/faq/input.ts') },
  {
    path: 'app/desk/tickets/page.tsx',
    source: "import { redirect } from 'next/navigation'\nexport default () => redirect('/')",
  },
  { path: 'app/desk/tickets/form.tsx', source: `'use client'\n${uses('./actions.ts')}` },
  {
    path: 'app/desk/tickets/menu.tsx',
    source:
      "'use client'\nimport { useState } from 'react'\nimport { Icon } from '#lib/ui/icon.tsx'\nexport const state = [useState, Icon]",
  },
  { path: 'lib/queues/queries.ts', source: `import 'server-only'\n${uses('drizzle-orm')}` },
  { path: 'lib/queues/commands/close.ts', source: `import 'server-only'\n${uses('#lib/db/client.ts')}` },
  {
    path: 'lib/auth/session.ts',
    source: `import NextAuth from 'next-auth'\nimport { cookies } from 'next/headers'\nimport postgres from 'postgres'\nexport const parts = [NextAuth, cookies, postgres]`,
  },
  { path: 'lib/mail/transport.ts', source: uses('nodemailer') },
  { path: 'lib/env.ts', source: 'export const port = process.env.PORT' },
  { path: 'lib/themes/cached.ts', source: uses('react') },
  { path: 'lib/dbase/name.ts', source: uses('../dbase2/postgresql.ts') },
  {
    path: 'bin/backup.ts',
    source: `import postgres from 'postgres'\nexport const host = [process.env.PGHOST, postgres]`,
  },
]
