import type { Sql } from 'postgres'

/** One row in each table that a generated world leaves empty, so that "reads no rows" can fail. */
export async function everyTable(owner: Sql): Promise<void> {
  await owner.unsafe(`
    insert into contact_details (contact_id, email) select id, 'a@b.example' from contacts limit 1;
    insert into field_groups (id, customer_group_id, level, labels) values (1, 1, 'contact', '{}');
    insert into data_fields (field_group_id, key, type, labels) values (1, 'k', 'text', '{}');
    insert into customer_notes (contact_id, engineer_id, body) values (1, 1, 'n');
    insert into drafts (contact_id, purpose) values (1, 'comment');
    insert into idempotency_keys (contact_id, key) values (1, gen_random_uuid());
    insert into hosts (host, theme) values ('a.example', 'default');
    insert into host_groups (host, customer_group_id) values ('a.example', 1);
    insert into oidc_providers (id, key, name, issuer, client_id, client_secret) values (1, 'p', 'P', 'https://p.example', 'c', 's');
    insert into oidc_provider_hosts (provider_id, host) values (1, 'a.example');
    insert into oidc_identities (provider_id, issuer, subject, contact_id, linked_by) values (1, 'https://p.example', 's', 1, 'owner');
    insert into licence (seats) values (1) on conflict do nothing;
    insert into news (id, titles, bodies) values (1, '{}', '{}');
    insert into news_groups (news_id, customer_group_id) values (1, 1);
    insert into outbox (template, contact_id) values ('t', 1);
    insert into dkim_keys (domain, selector, public_key, sealed_key) values ('a.example', 's', 'p', 'k');
    insert into engineer_wishes (engineer_id) values (1);
    insert into read_marks (contact_id, ticket_id) values (1, 1);
    insert into settings (key, value) values ('k', '1');
    insert into templates (key, locale, subject, body) values ('t', 'en', 's', 'b');
    insert into imports (id, engineer_id, customer_group_id, level, file_name, bytes, sha256, options)
      values (1, 1, 1, 'contact', 'f.csv', 1, 'x', '{}');
    insert into import_rows (import_id, line, outcome, name) values (1, 2, 'created', 'n');
    insert into viewings (session_id, engineer_id, contact_id, reason, until) select s.id, s.engineer_id, 1, 'r', now() from sessions s where s.engineer_id is not null and not exists (select from viewings) limit 1;
    insert into canned_texts (title, body) values ('t', 'b');
    insert into saved_views (engineer_id, name) values (1, 'v');
    insert into desk_preferences (engineer_id) values (1);
    insert into mentions (engineer_id, ticket_id, entry_id) select 1, e.ticket_id, e.id from entries e limit 1;
    insert into registration_offers (customer_group_id) values (1);
    insert into registration_hosts (customer_group_id, host) values (1, 'a.example');
    insert into registration_domains (customer_group_id, domain) values (1, 'a.example');
    insert into registrations (customer_group_id, state, name, email, login_normal, expires_at) values (1, 'held', 'n', 'e', 'e', now());
    insert into provisionings (id, oidc_provider_id, login_attribute) select 1, p.id, 'sub' from oidc_providers p limit 1;
    insert into provisioning_rules (provisioning_id, position, test, customer_group_id) values (1, 1, 'always', 1);
    insert into provisioned_people (provisioning_id, identity, contact_id) values (1, 'i', 1);
    insert into provisioning_runs (id, provisioning_id, kind) values (1, 1, 'dry');
    insert into provisioning_rows (run_id, number, outcome, name, login, identity) values (1, 1, 'created', 'n', 'l', 'i');
    insert into authenticators (contact_id, secret) select contact_id, 's' from accounts limit 1;
    insert into passkeys (contact_id, credential_id, public_key, counter, rp_id, name) select contact_id, 'c', 'k', 0, 'localhost', 'n' from accounts limit 1;
    insert into recovery_codes (contact_id, code_hash) select contact_id, 'h' from accounts limit 1;
    insert into sign_in_steps (contact_id, token_hash, way, device, expires_at) select contact_id, 'h', 'password', 'd', now() + interval '1 hour' from accounts limit 1;
    insert into used_challenges (challenge_hash, expires_at) values ('h', now() + interval '1 hour');
    insert into ldap_servers (name, url, base_dn) values ('s', 'ldaps://directory.example', 'dc=example');
    insert into audit (actor_kind, action) values ('system', 'test');
    insert into entry_originals (entry_id, body) select id, 'o' from entries limit 1;
    insert into mail_inbox (host, port, security, login, sealed_password, folder, done_folder) values ('h', 993, 'tls', 'l', 'p', 'INBOX', 'Done');
    insert into mails_in (digest, source, sender, subject, bytes, state) values ('d', 'pipe', 's', 's', 1, 'held');
  `)
}
