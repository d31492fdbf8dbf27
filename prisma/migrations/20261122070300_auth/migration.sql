-- Sign-in. Before anyone is known, the runtime role reaches people only through these functions: one row, fixed columns.
-- Password and token columns are never selectable by the runtime role itself.
CREATE SCHEMA auth;
-- What only the functions of `auth` may call: the runtime role has no USAGE here.
CREATE SCHEMA auth_own;
REVOKE ALL ON SCHEMA auth, auth_own FROM PUBLIC;

-- Imports act under this name; it has no password and can open no session by the sign-in door.
INSERT INTO person (id, email, name, kind)
VALUES ('00000000-0000-7000-8000-000000000001', 'import@muster.invalid', 'Import', 'system')
ON CONFLICT DO NOTHING;

INSERT INTO assignment (id, person_id, role, all_countries, countries, all_operations, operations, granted_by_id,
                        granted_at)
VALUES ('00000000-0000-7000-8000-000000000101', '00000000-0000-7000-8000-000000000001', 'programme_manager', true, '{}',
        true, '{}', '00000000-0000-7000-8000-000000000001', now())
ON CONFLICT DO NOTHING;

CREATE FUNCTION auth_own.key(kind text, VARIADIC parts text[]) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT kind || ':' || encode(sha256(convert_to(array_to_string(parts, chr(31)), 'UTF8')), 'hex')
$$;

-- Counts one try against a key: up to `allowed` an hour are free, after that each costs 1, 2, 4, 8 … 15 minutes.
CREATE FUNCTION auth_own.count_try(counter_key text, allowed integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO sign_in_counter AS c (key, failures, window_start) VALUES (counter_key, 1, now())
  ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN c.window_start < now() - interval '1 hour' AND coalesce(c.blocked_until, '-infinity') < now()
                    THEN 1 ELSE c.failures + 1 END,
    window_start = CASE WHEN c.window_start < now() - interval '1 hour' AND coalesce(c.blocked_until, '-infinity') < now()
                        THEN now() ELSE c.window_start END,
    blocked_until = CASE WHEN c.window_start >= now() - interval '1 hour' AND c.failures + 1 >= allowed
                         THEN now() + least(15, 2 ^ least(c.failures + 1 - allowed, 10)) * interval '1 minute'
                         ELSE c.blocked_until END
$$;

-- Seconds to wait before this account may be tried from this address; 0 counts the try and lets it through.
-- Counted before the password is looked at, so that a hundred tries at once are not a hundred free ones.
-- The pair is narrow and the account wide, so that an outsider cannot easily lock a liaison out.
CREATE FUNCTION auth.attempt(email text, address text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  pair text := auth_own.key('pair', attempt.email, coalesce(attempt.address, ''));
  account text := auth_own.key('account', attempt.email);
  origin text := auth_own.key('address', attempt.address);
  free_at timestamptz;
BEGIN
  SELECT max(blocked_until) INTO free_at FROM sign_in_counter
  WHERE key = ANY (ARRAY[pair, account, CASE WHEN attempt.address IS NULL THEN NULL ELSE origin END]);
  IF free_at > now() THEN
    RETURN ceil(extract(epoch FROM free_at - now()));
  END IF;
  PERFORM auth_own.count_try(account, 30);
  IF attempt.address IS NOT NULL THEN
    PERFORM auth_own.count_try(pair, 6);
    PERFORM auth_own.count_try(origin, 100);
  END IF;
  RETURN 0;
END $$;

-- A failed try leaves one event per account and hour; for accounts that do not exist one event an hour for all of them.
CREATE FUNCTION auth.note_failure(email text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  account uuid := (SELECT id FROM person p WHERE p.email = note_failure.email);
  noted integer;
BEGIN
  INSERT INTO sign_in_counter AS c (key, failures, window_start)
  VALUES (auth_own.key('failed', coalesce(account::text, '')), 1, date_trunc('hour', now()))
  ON CONFLICT (key) DO UPDATE SET window_start = excluded.window_start
  WHERE c.window_start < excluded.window_start;
  GET DIAGNOSTICS noted = ROW_COUNT;
  IF noted > 0 THEN
    INSERT INTO audit_event (chain, action, entity, entity_id, fields)
    VALUES ('sign-in', 'sign_in.failed', 'person', account, '{}');
  END IF;
END $$;

CREATE FUNCTION auth.sign_in_candidate(email text) RETURNS TABLE (person_id uuid, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id, p.password_hash FROM person p
  WHERE p.email = sign_in_candidate.email AND p.kind = 'human' AND p.disabled_at IS NULL AND p.password_hash IS NOT NULL
$$;

-- A session for a person who proved who they are; never longer than twelve hours. Null when the account is not usable.
CREATE FUNCTION auth.open_session(person uuid, token_hash bytea, expires timestamptz, agent text, address text)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  opened uuid := gen_random_uuid();
  account text;
BEGIN
  SELECT p.email INTO account FROM person p
  WHERE p.id = open_session.person AND p.kind = 'human' AND p.disabled_at IS NULL AND p.password_hash IS NOT NULL
  FOR SHARE;
  IF account IS NULL OR octet_length(open_session.token_hash) <> 32 THEN
    RETURN NULL;
  END IF;
  INSERT INTO session (id, person_id, token_hash, created_at, last_seen_at, expires_at, user_agent, address)
  VALUES (opened, open_session.person, open_session.token_hash, now(), now(),
          least(open_session.expires, now() + interval '12 hours'), left(agent, 200), left(open_session.address, 64));
  DELETE FROM sign_in_counter WHERE key = auth_own.key('pair', account, coalesce(open_session.address, ''));
  UPDATE sign_in_counter SET failures = failures - 1
  WHERE key IN (auth_own.key('account', account), auth_own.key('address', open_session.address)) AND failures > 0;
  INSERT INTO audit_event (chain, actor_id, action, entity, entity_id, fields)
  VALUES ('sign-in', open_session.person, 'session.opened', 'session', opened, '{}');
  RETURN opened;
END $$;

-- Signing out: the holder of the token ends the session it belongs to.
CREATE FUNCTION auth.close_session(token_hash bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  closed record;
BEGIN
  UPDATE session s SET revoked_at = now()
  WHERE s.token_hash = close_session.token_hash AND s.revoked_at IS NULL
  RETURNING s.id, s.person_id INTO closed;
  IF closed.id IS NOT NULL THEN
    INSERT INTO audit_event (chain, actor_id, action, entity, entity_id, fields)
    VALUES ('sign-in', closed.person_id, 'session.closed', 'session', closed.id, '{}');
  END IF;
END $$;

-- Which of the own sessions is the one asking.
CREATE FUNCTION auth.my_session_id() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id FROM session s
  WHERE s.person_id = app.uid() AND s.token_hash = sha256(decode(nullif(current_setting('app.session', true), ''), 'hex'))
$$;

-- A link that can still be used. The e-mail is not told: whoever redeems it has to know it.
CREATE FUNCTION auth.link(token_hash bytea) RETURNS TABLE (purpose link_purpose, name text, locale text, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.purpose, i.name, i.locale::text, i.expires_at FROM invitation i
  WHERE i.token_hash = link.token_hash AND i.redeemed_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > now()
$$;

-- Asks for a new password: at most three links an hour and account. A row when there is someone to send it to.
CREATE FUNCTION auth.request_password_link(email text, token_hash bytea)
RETURNS TABLE (name text, locale text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  asked text := auth_own.key('link', request_password_link.email);
  who record;
BEGIN
  IF EXISTS (SELECT FROM sign_in_counter WHERE key = asked AND blocked_until > now()) THEN
    RETURN;
  END IF;
  PERFORM auth_own.count_try(asked, 3);
  SELECT p.id, p.email, p.name, p.locale::text INTO who FROM person p
  WHERE p.email = request_password_link.email AND p.kind = 'human' AND p.disabled_at IS NULL AND p.password_hash IS NOT NULL;
  IF who.id IS NULL THEN
    RETURN;
  END IF;
  INSERT INTO invitation (id, purpose, email, name, locale, token_hash, assignments, created_at, expires_at)
  VALUES (gen_random_uuid(), 'password', who.email, who.name, who.locale, request_password_link.token_hash, '[]', now(),
          now() + interval '72 hours');
  INSERT INTO audit_event (chain, actor_id, action, entity, entity_id, fields)
  VALUES ('sign-in', NULL, 'password_link.requested', 'person', who.id, '{}');
  RETURN QUERY SELECT who.name, who.locale;
END $$;

-- Sets a password and ends the sessions and open password links of its person, but for the session asking.
CREATE FUNCTION auth_own.store_password(person uuid, password_hash text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE person p SET password_hash = store_password.password_hash, version = p.version + 1 WHERE p.id = store_password.person;
  UPDATE session s SET revoked_at = now() WHERE s.person_id = store_password.person AND s.revoked_at IS NULL
    AND s.id IS DISTINCT FROM auth.my_session_id();
  UPDATE invitation i SET withdrawn_at = now() FROM person p
  WHERE p.id = store_password.person AND i.email = p.email AND i.purpose = 'password' AND i.redeemed_at IS NULL AND i.withdrawn_at IS NULL;
  DELETE FROM sign_in_counter c
  WHERE c.key = auth_own.key('account', (SELECT p.email FROM person p WHERE p.id = store_password.person));
END $$;

-- The assignments an invitation carries. Those over all countries wait for a second administrator, except when the
-- invitation was made by the one who holds the machine (nobody granted it).
CREATE FUNCTION auth_own.grant_invited(used invitation, person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  machine CONSTANT uuid := '00000000-0000-7000-8000-000000000001';
  line record;
  granted uuid;
BEGIN
  FOR line IN
    SELECT * FROM jsonb_to_recordset(used.assignments)
      AS a ("role" role, "allCountries" boolean, "countries" text[], "allOperations" boolean, "operations" uuid[])
  LOOP
    granted := gen_random_uuid();
    INSERT INTO assignment (id, person_id, role, all_countries, countries, all_operations, operations, granted_by_id,
                            granted_at, approved_by_id, approved_at)
    VALUES (granted, grant_invited.person, line."role", coalesce(line."allCountries", false), coalesce(line."countries", '{}'),
            coalesce(line."allOperations", false), coalesce(line."operations", '{}'),
            coalesce(used.created_by_id, machine), now(),
            CASE WHEN used.created_by_id IS NULL THEN machine END,
            CASE WHEN used.created_by_id IS NULL THEN now() END);
    INSERT INTO audit_event (chain, actor_id, action, entity, entity_id, fields)
    VALUES ('system', coalesce(used.created_by_id, machine), 'assignment.granted', 'assignment', granted, '{}');
  END LOOP;
END $$;

-- Redeems a link once, for the e-mail it was made for. Null when it is not usable, whatever the reason.
CREATE FUNCTION auth.redeem_link(token_hash bytea, email text, person uuid, name text, locale text, password_hash text)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  used invitation;
  holder uuid;
BEGIN
  UPDATE invitation i SET redeemed_at = now()
  WHERE i.token_hash = redeem_link.token_hash AND i.email = redeem_link.email
    AND i.redeemed_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > now()
  RETURNING i.* INTO used;
  IF used.id IS NULL THEN
    RETURN NULL;
  END IF;
  -- What someone granted who no longer may is granted no more.
  IF used.created_by_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM assignment a JOIN person p ON p.id = a.person_id AND p.disabled_at IS NULL
      WHERE a.person_id = used.created_by_id AND a.role = 'administrator' AND a.revoked_at IS NULL
        AND (NOT a.all_countries OR a.approved_by_id IS NOT NULL)) THEN
    RETURN NULL;
  END IF;
  IF used.purpose = 'invitation' THEN
    INSERT INTO person AS p (id, email, name, kind, locale)
    VALUES (redeem_link.person, used.email, redeem_link.name, 'human', redeem_link.locale)
    ON CONFLICT DO NOTHING RETURNING p.id INTO holder;
    IF holder IS NOT NULL THEN
      PERFORM auth_own.grant_invited(used, holder);
    END IF;
  ELSE
    SELECT p.id INTO holder FROM person p WHERE p.email = used.email AND p.kind = 'human' AND p.disabled_at IS NULL;
  END IF;
  IF holder IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM auth_own.store_password(holder, redeem_link.password_hash);
  INSERT INTO audit_event (chain, actor_id, action, entity, entity_id, fields)
  VALUES ('sign-in', holder, used.purpose || '.redeemed', 'person', holder, '{password}');
  RETURN holder;
END $$;

-- The own password: its hash to compare with, and a new one.
CREATE FUNCTION auth.my_password_hash() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.password_hash FROM person p WHERE p.id = app.uid()
$$;

CREATE FUNCTION auth.set_my_password(password_hash text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF app.uid() IS NULL THEN
    RAISE EXCEPTION 'no session' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM auth_own.store_password(app.uid(), set_my_password.password_hash);
END $$;

-- Disabling acts at once: every session ends with it.
CREATE FUNCTION app.end_sessions_of_disabled() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE session SET revoked_at = now() WHERE person_id = NEW.id AND revoked_at IS NULL;
  UPDATE invitation SET withdrawn_at = now()
  WHERE email = NEW.email AND redeemed_at IS NULL AND withdrawn_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER person_disabled AFTER UPDATE OF disabled_at ON person
FOR EACH ROW WHEN (OLD.disabled_at IS NULL AND NEW.disabled_at IS NOT NULL)
EXECUTE FUNCTION app.end_sessions_of_disabled();

-- Nobody changes their own assignments; whoever granted one does not approve it; what was granted never changes, it is
-- revoked. Rows without a session behind them come from migration and seed.
CREATE FUNCTION app.guard_assignment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  actor uuid := app.uid();
BEGIN
  IF actor IS NULL THEN
    RETURN NEW;
  END IF;
  IF NEW.person_id = actor THEN
    RAISE EXCEPTION 'own assignments' USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_not_own';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.granted_by_id <> actor OR NEW.approved_by_id IS NOT NULL OR NEW.revoked_by_id IS NOT NULL THEN
      RAISE EXCEPTION 'granted by another' USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_granted_by_actor';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.person_id, NEW.role, NEW.all_countries, NEW.countries, NEW.all_operations, NEW.operations, NEW.granted_by_id, NEW.granted_at)
     IS DISTINCT FROM
     (OLD.person_id, OLD.role, OLD.all_countries, OLD.countries, OLD.all_operations, OLD.operations, OLD.granted_by_id, OLD.granted_at)
  THEN
    RAISE EXCEPTION 'granted is granted' USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_immutable';
  END IF;
  IF (NEW.revoked_by_id, NEW.revoked_at) IS DISTINCT FROM (OLD.revoked_by_id, OLD.revoked_at)
     AND (OLD.revoked_at IS NOT NULL OR NEW.revoked_by_id IS DISTINCT FROM actor) THEN
    RAISE EXCEPTION 'revoked is revoked' USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_revoked_once';
  END IF;
  IF NEW.approved_by_id IS DISTINCT FROM OLD.approved_by_id
     AND (NEW.approved_by_id <> actor OR NEW.granted_by_id = actor OR OLD.approved_by_id IS NOT NULL) THEN
    RAISE EXCEPTION 'second administrator' USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_four_eyes';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER assignment_guarded BEFORE INSERT OR UPDATE ON assignment
FOR EACH ROW EXECUTE FUNCTION app.guard_assignment();

ALTER TABLE assignment
  ADD CONSTRAINT assignment_approved_together CHECK ((approved_by_id IS NULL) = (approved_at IS NULL)),
  ADD CONSTRAINT assignment_revoked_together CHECK ((revoked_by_id IS NULL) = (revoked_at IS NULL));
ALTER TABLE person
  ADD CONSTRAINT person_email_written CHECK (email = lower(email) AND email ~ '^[!-~]+@[!-~]+$' AND length(email) <= 254),
  ADD CONSTRAINT person_system_has_no_password CHECK (kind = 'human' OR password_hash IS NULL);
ALTER TABLE invitation
  ADD CONSTRAINT invitation_lives_72_hours CHECK (expires_at <= created_at + interval '72 hours');

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA auth, auth_own FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION app.end_sessions_of_disabled(), app.guard_assignment() FROM PUBLIC;
