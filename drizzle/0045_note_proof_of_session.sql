-- By what the session's owner was let in; said by the one who holds its secret, before anybody else does.
create function note_proof(hash text, way text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update sessions set proven_by = way where token_hash = hash and last_used_at = started_at
$$;
--> statement-breakpoint
-- As before; an initial password is to be changed only by whoever came in by it.
create or replace function session_viewer(hash text) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  s sessions;
  v viewings;
  seen jsonb;
  kind text;
  owner bigint;
begin
  select * into s from sessions where sessions.token_hash = hash;
  if not found or not session_alive(s) then return null; end if;
  if s.last_used_at < now() - interval '1 minute' then
    update sessions set last_used_at = now() where id = s.id;
  end if;
  if s.engineer_id is not null then
    select * into v from viewings where viewings.session_id = s.id and viewings.ended_at is null;
    if found then
      seen := case when v.until > now() then viewing_rights(v.engineer_id, v.contact_id) end;
      if seen is not null then return seen || jsonb_build_object('session', s.id, 'until', v.until); end if;
      perform end_viewing(v.id, case when v.until > now() then 'refused' else 'expired' end);
    end if;
  end if;
  kind := case when s.contact_id is null then 'engineer' else 'contact' end;
  owner := coalesce(s.contact_id, s.engineer_id);
  return viewer_rights(kind, owner) || jsonb_build_object('session', s.id, 'must_add_factor',
    not s.second_factor and second_factor_required(kind, owner) and not has_second_factor(kind, owner))
    || case when s.proven_by = 'password' then '{}' else '{"must_change_password": false}' end::jsonb;
end $$;
