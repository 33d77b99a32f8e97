import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from '../database/load.ts'
import { attachmentRow, canary } from '../database/rows.ts'
import type { Id, World } from '../oracle/world.ts'
import { announcements } from './news.ts'
import type { Portal } from './portal.ts'
import { sealed } from './sealed.ts'
import { engineers, groups, people, sessionOfEngineer, sessions, tickets } from './town.ts'

/**
 * Replaces what the portal holds by this world, with a canary of its own in every text that a page could show, and some in
 * what no page may show at all. Which canary stands where, and who may read it, says `legible.ts`.
 */
export async function settle(portal: Portal, world: World): Promise<void> {
  const { owner, dataDir } = portal
  await load(owner, world)
  await owner.unsafe(`
    delete from drafts;
    truncate idempotency_keys, read_marks, contact_details, news, outbox, templates, back_offs, audit, hosts, settings, ldap_servers,
      oidc_providers, used_challenges, mails_in, mail_inbox restart identity cascade;
    select setval(format('%I.%I', schemaname, sequencename)::regclass, 10000) from pg_sequences where schemaname = 'public';
    create temporary table announced as select * from
      jsonb_to_recordset('${JSON.stringify(announcements)}') as n (id bigint, "group" bigint, "from" int, "to" int);
    ${labelled.join(';')};
    ${rest}
    ${waysIn(await sealed(portal, 'oidc client secret', 'a secret'))}`)
  await writeFiles(join(dataDir, 'files'), world)
}

/** The keeper's imports, one in each state for each of its sessions, so that none takes another's away. */
export const importOf = (
  state: 'mapping' | 'checked' | 'done',
  session: Id = sessionOfEngineer(engineers.keeper),
): Id => ({ mapping: 100, checked: 200, done: 300 })[state] + session

const imports = (['mapping', 'checked', 'done'] as const).flatMap((state) =>
  [sessionOfEngineer(engineers.keeper), sessions.viewingBlind, sessions.viewingOver].map((session) => ({
    state,
    id: importOf(state, session),
  })),
)

const keepersSessions = [sessionOfEngineer(engineers.keeper), sessions.viewingBlind, sessions.viewingOver]

/** Who registered: one to look at, one for each session of the keeper to approve and to refuse; of another group, and unconfirmed. */
export const registrationOf = {
  elsewhere: 2,
  asked: 3,
  toApprove: (session: Id = sessionOfEngineer(engineers.keeper)) => 100 + session,
  toRefuse: (session: Id = sessionOfEngineer(engineers.keeper)) => 200 + session,
  held: [1, ...keepersSessions.flatMap((session) => [100 + session, 200 + session])],
} as const

/** Who is between the first and the second proof, at the browser that says nothing of itself: the customer, and an engineer. */
export const STEP = { token: 'the step of the customer', owner: people.customer } as const
export const DESK_STEP = { token: 'the step of the engineer', owner: engineers.desk } as const

/** The number of the one passkey, and of the one identity, of each account; engineers' are apart. */
export const ownOf = (kind: 'contact' | 'engineer', id: Id): Id => (kind === 'contact' ? id : 500 + id)

/** Providers that vouch for people: of customers, and of engineers. Where they should be, nobody listens. */
export const PROVIDERS = { contact: 'corp', engineer: 'staff' } as const

/** Mails that are held: of no ticket, of the customer's own ticket, and one to throw away. */
export const HELD = { nobodys: 1, ofTicket: 2, toDiscard: 3 } as const

/** The mailbox for replies, which nobody looks into; in the order in which the application reads it. */
export const INBOX = {
  active: false,
  host: '127.0.0.1',
  port: 1,
  security: 'none',
  login: 'support',
  folder: 'INBOX',
  doneFolder: 'Portico',
} as const

/** A group without fields, a field that is in use and one that is archived, of the industry's data model. */
export const FIELD_GROUPS = { empty: 90 } as const
export const DATA_FIELDS = { note: 90, archived: 91 } as const

/** A directory and a provider that are off, each with its rules, and what was looked at in the directory. */
export const SOURCE = 3
export const RULES = { first: 1, second: 2, ofProvider: 3 } as const
export const RUNS = { dry: 1, held: 2 } as const

/** A host name and a setting that are kept. */
export const HOST = 'kept.example'
export const SETTING = 'password.reset_minutes'

/** The engineer of every ticket. */
export const ASSIGNED = 2

/** The id of the file that hangs on a contact's draft. */
export const draftFile = (contact: number) => attachmentRow(900_000 + contact)

const mark = (kind: string, id = 'id') => `'canary${kind}' || ${id} || 'x'`
const label = (kind: string) => `jsonb_build_object('en', ${mark(kind)})`

const labelled = [
  ['queues', { labels: 'queue', descriptions: 'queuelead' }],
  ['statuses', { labels: 'status', next_step: 'step' }],
  ['ticket_fields', { labels: 'field', help: 'fieldhelp' }],
  ['activities', { labels: 'activity' }],
  ['text_classes', { labels: 'class' }],
  ['customer_groups', { labels: 'group' }],
].map(([table, columns]) => {
  const set = Object.entries(columns ?? {}).map(([column, kind]) => `${column} = ${label(kind)}`)
  return `update ${table} set ${set.join(', ')}`
})

const rest = `
  update companies set name = name || ' ' || ${mark('company')}, fields = jsonb_build_object('note', ${mark('companynote')});
  update roles set name = ${mark('role')}, description = ${mark('rolelead')};
  update contacts set name = ${mark('contact')}, external_id = ${mark('foreignkey')};
  insert into companies (id, customer_group_id, name) values (50, 1, 'Nobody works here');
  insert into canned_texts (id, engineer_id, title, body) values (1, null, 'Shared', 'Dear customer'), (2, 1, 'Own', 'Dear customer');
  insert into saved_views (id, engineer_id, name) values (1, 1, 'Own');
  insert into customer_notes (id, contact_id, engineer_id, body) select id, id, 1, ${mark('remark')} from contacts;
  insert into field_groups (id, customer_group_id, level, labels) select id, id, 'contact', '{"en": "Portal"}' from customer_groups;
  insert into data_fields (field_group_id, key, type, labels, annotations)
    select g.id, a, 'text', jsonb_build_object('en', a), array[a] from field_groups g, unnest(array['username', 'password', 'ldapid', 'email']) a;
  insert into field_groups (id, customer_group_id, level, labels) values (${FIELD_GROUPS.empty}, 1, 'contact', '{"en": "Empty"}');
  insert into data_fields (id, field_group_id, key, type, labels, archived_at) values
    (${DATA_FIELDS.note}, 1, 'note', 'text', '{"en": "Note"}', null), (${DATA_FIELDS.archived}, 1, 'old', 'text', '{"en": "Old"}', now());
  insert into hosts (host, theme) values ('${HOST}', 'default');
  insert into settings (key, value) values ('${SETTING}', '45');
  insert into contact_details (contact_id, email, phone, fields)
    select id, ${mark('email')} || '@example.org', ${mark('phone')}, jsonb_build_object('note', ${mark('contactnote')}) from contacts;
  update accounts set login = ${mark('login', 'contact_id')}, login_normal = ${mark('login', 'contact_id')},
    password_hash = ${mark('hash', 'contact_id')}, ldap_id = ${mark('ldap', 'contact_id')};
  update engineers set name = ${mark('engineer')}, login = ${mark('desklogin')}, email = ${mark('deskmail')} || '@example.org',
    password_hash = ${mark('deskhash')};
  update tickets set engineer_id = ${ASSIGNED};
  update entries set author_name = ${mark('author')};
  update entries set change = jsonb_build_object('what', 'field', 'before', ${mark('before')}, 'after', ${mark('after')}) where kind = 'change';
  update attachments set bytes = length(${mark('content', 'right(id::text, 12)::int')}), sha256 = ${mark('sum', 'right(id::text, 12)::int')};
  update sessions set device = ${mark('device', 'contact_id')}, address = ${mark('address', 'contact_id')} where contact_id is not null;
  insert into drafts (contact_id, purpose, "values") select main_contact_id, 'comment:' || number, jsonb_build_object('body', ${mark('draft', 'main_contact_id')})
    from tickets where main_contact_id is not null;
  insert into drafts (contact_id, purpose, "values") select id, 'create:q1', jsonb_build_object('subject', ${mark('draft')}) from contacts;
  insert into drafts (engineer_id, purpose, "values") select e.id, 'answer:' || t.number, jsonb_build_object('body', ${mark('deskdraft', 'e.id')})
    from engineers e, tickets t where not e.is_track;
  insert into attachments (id, draft_id, name, content_type, bytes, sha256, storage_key)
    select ('00000000-0000-4000-8000-' || lpad((900000 + contact_id)::text, 12, '0'))::uuid, id, ${mark('draftfile', 'contact_id')}, 'text/plain',
      length(${mark('draftcontent', 'contact_id')}), '0', 'draft ' || contact_id
    from drafts where purpose = 'create:q1';
  insert into news (id, titles, bodies, visible_from, visible_to)
    select id, ${label('newstitle')}, ${label('news')}, now() + "from" * interval '1 day', now() + "to" * interval '1 day' from announced;
  insert into news_groups (news_id, customer_group_id) select id, "group" from announced where "group" is not null;
  drop table announced;
  insert into templates (key, locale, subject, body) values ('t', 'en', 'canarytemplate1x', 'canarytemplate2x');
  insert into outbox (id, template, contact_id, payload) overriding system value select id, 't', id, jsonb_build_object('note', ${mark('mail')}) from contacts;
  insert into idempotency_keys (contact_id, key, result) select id, gen_random_uuid(), to_jsonb(${mark('result')}) from contacts;
  insert into imports (id, engineer_id, customer_group_id, level, file_name, storage_key, bytes, sha256, options, state, counts)
    select id, ${engineers.keeper}, ${groups.industry}, 'contact', ${mark('importfile')}, 'import ' || id, 30, ${mark('importsum')},
      '{"encoding": "utf-8", "separator": ",", "mapping": ["externalId", "name"], "mode": "all", "empty": "keep", "defaultProfile": null}', state,
      case state when 'mapping' then null else '{"created": 1, "changed": 0, "unchanged": 0, "refused": 0}'::jsonb end
    from (values ${imports.map(({ state, id }) => `(${id}, '${state}')`).join(', ')}) as i (id, state);
  insert into import_rows (import_id, line, outcome, name) select id, 2, 'created', ${mark('importrow')} from imports where state <> 'mapping';
  insert into registration_offers (customer_group_id, open) values (${groups.industry}, true);
  insert into registrations (id, customer_group_id, state, name, email, login_normal, expires_at)
    select id, customer_group, state, ${mark('registrant')}, ${mark('registrant')} || '@example.org', ${mark('registrant')} || '@example.org', now() + interval '1 day'
    from (values (${registrationOf.elsewhere}, ${groups.health}, 'held'), (${registrationOf.asked}, ${groups.industry}, 'asked'),
      ${registrationOf.held.map((id) => `(${id}, ${groups.industry}, 'held')`).join(', ')}) as r (id, customer_group, state);
  insert into mails_in (id, digest, source, sender, subject, bytes, state, reason, contact_id, ticket_id, storage_key) overriding system value
    select id, id, 'pipe', ${mark('mailsender')} || '@example.org', ${mark('mailsubject')}, 100, 'held', 'noToken', contact, ticket, 'mail ' || id
    from (values (${HELD.nobodys}, null::bigint, null::bigint), (${HELD.ofTicket}, ${people.customer}, ${tickets.own}), (${HELD.toDiscard}, null, null)) as m (id, contact, ticket);
  insert into mail_inbox (active, host, port, security, login, sealed_password, folder, done_folder)
    values (false, '${INBOX.host}', ${INBOX.port}, '${INBOX.security}', '${INBOX.login}', '${canary('mailpassword', 1)}', '${INBOX.folder}', '${INBOX.doneFolder}');
  insert into ldap_servers (id, name, url, base_dn, bind_dn, bind_password, active) overriding system value values
    (${SOURCE}, ${mark('directory', `'${SOURCE}'`)}, 'ldap://127.0.0.1:1', 'dc=example', 'cn=reader', ${mark('bindsecret', `'${SOURCE}'`)}, false);
  insert into oidc_providers (id, key, name, issuer, client_id, client_secret, active) overriding system value values
    (${SOURCE}, 'kept', ${mark('provider', `'${SOURCE}'`)}, 'https://127.0.0.1:1', 'portico', ${mark('clientsecret', `'${SOURCE}'`)}, false);
  insert into provisionings (id, ldap_server_id, oidc_provider_id, login_attribute) overriding system value values
    (1, ${SOURCE}, null, 'uid'), (2, null, ${SOURCE}, 'sub');
  insert into provisioning_rules (id, provisioning_id, position, test, customer_group_id, profile_id) overriding system value values
    (${RULES.first}, 1, 1, 'always', ${groups.industry}, 101), (${RULES.second}, 1, 2, 'always', ${groups.health}, 101),
    (${RULES.ofProvider}, 2, 1, 'always', ${groups.industry}, 101);
  insert into provisioning_runs (id, provisioning_id, kind, state, counts) overriding system value
    select id, 1, kind, state, '{"created": 1, "changed": 0, "disabled": 1, "left": 0, "refused": 0}'::jsonb
    from (values (${RUNS.dry}, 'dry', 'done'), (${RUNS.held}, 'apply', 'held')) as r (id, kind, state);
  insert into provisioning_rows (run_id, number, outcome, name, login, identity)
    select id, 1, 'disabled', ${mark('person')}, 'person', 'somebody' from provisioning_runs;
  insert into audit (actor_kind, action, after) select 'system', 'test', jsonb_build_object('note', ${mark('audit')}) from contacts;
`

const waysIn = (secret: string) => `
  insert into oidc_providers (id, key, name, issuer, client_id, client_secret, for_contacts, for_engineers) values
    (1, '${PROVIDERS.contact}', 'Corporate', 'http://localhost:1', 'portico', '${secret}', true, false),
    (2, '${PROVIDERS.engineer}', 'Staff', 'http://localhost:1', 'portico', '${secret}', false, true);
  insert into oidc_identities (id, provider_id, issuer, subject, contact_id, label, linked_by)
    select contact_id, 1, 'http://localhost:1', contact_id, contact_id, ${mark('identity', 'contact_id')}, 'owner' from accounts;
  insert into oidc_identities (id, provider_id, issuer, subject, engineer_id, label, linked_by)
    select 500 + id, 2, 'http://localhost:1', id, id, ${mark('deskidentity')}, 'owner' from engineers where not is_track;
  insert into passkeys (id, contact_id, credential_id, public_key, counter, rp_id, name)
    select contact_id, contact_id, 'contact' || contact_id, 'key', 0, 'localhost', ${mark('passkey', 'contact_id')} from accounts;
  insert into passkeys (id, engineer_id, credential_id, public_key, counter, rp_id, name)
    select 500 + id, id, 'engineer' || id, 'key', 0, 'localhost', ${mark('deskpasskey')} from engineers where not is_track;
  insert into sign_in_steps (contact_id, token_hash, way, device, expires_at)
    select contact_id, encode(sha256('${STEP.token}'), 'hex'), 'password', '', now() + interval '10 minutes'
    from accounts where contact_id = ${STEP.owner};
  insert into sign_in_steps (engineer_id, token_hash, way, device, expires_at)
    select id, encode(sha256('${DESK_STEP.token}'), 'hex'), 'password', '', now() + interval '10 minutes'
    from engineers where id = ${DESK_STEP.owner};
`

async function writeFiles(folder: string, world: World): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await Promise.all([
    ...world.attachments.map(({ id }) => writeFile(join(folder, `file ${id}`), canary('content', id))),
    ...imports.map(({ id }) => writeFile(join(folder, `import ${id}`), `External ID,Name\nimported-${id},Imported\n`)),
    ...Object.values(HELD).map((id) =>
      writeFile(join(folder, `mail ${id}`), `From: Somebody <x@example.org>\r\n\r\n${canary('mailbody', id)}\r\n`),
    ),
    ...world.contacts.map(({ id }) => writeFile(join(folder, `draft ${id}`), canary('draftcontent', id))),
  ])
}
