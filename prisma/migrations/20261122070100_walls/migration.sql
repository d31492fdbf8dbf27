-- The second wall: who may see and write which row, decided by PostgreSQL from the live session alone.
CREATE SCHEMA app;

-- Who is asking. The token itself travels in a transaction-local setting; a setting is '' (not NULL) after COMMIT.
CREATE FUNCTION app.uid() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.person_id FROM public.session s JOIN public.person p ON p.id = s.person_id
  WHERE s.token_hash = sha256(decode(nullif(current_setting('app.session', true), ''), 'hex'))
    AND s.revoked_at IS NULL AND s.expires_at > now() AND p.disabled_at IS NULL
$$;

CREATE FUNCTION app.effective_assignments() RETURNS SETOF public.assignment LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.* FROM public.assignment a JOIN public.person p ON p.id = a.person_id
  WHERE a.person_id = (SELECT app.uid()) AND a.revoked_at IS NULL
    AND (NOT a.all_countries OR a.approved_by_id IS NOT NULL OR p.kind = 'system')
$$;

CREATE FUNCTION app.has_role(roles text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM app.effective_assignments() a WHERE a.role::text = ANY (roles))
$$;

CREATE FUNCTION app.all_of(roles text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM app.effective_assignments() a WHERE a.role::text = ANY (roles) AND a.all_countries AND a.all_operations)
$$;

CREATE FUNCTION app.countries_of(roles text[]) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(DISTINCT c), '{}') FROM app.effective_assignments() a, unnest(a.countries) c
  WHERE a.role::text = ANY (roles) AND a.all_operations AND NOT a.all_countries
$$;

CREATE FUNCTION app.operations_of(roles text[]) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(DISTINCT o), '{}') FROM app.effective_assignments() a, unnest(a.operations) o
  WHERE a.role::text = ANY (roles) AND a.all_countries AND NOT a.all_operations
$$;

CREATE FUNCTION app.pairs_of(roles text[]) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(DISTINCT c || ':' || o), '{}') FROM app.effective_assignments() a, unnest(a.countries) c, unnest(a.operations) o
  WHERE a.role::text = ANY (roles) AND NOT a.all_countries AND NOT a.all_operations
$$;

-- Countries of a role whatever the operation: for rows that belong to a country but to no operation.
CREATE FUNCTION app.any_country(roles text[]) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(DISTINCT c), '{}') FROM app.effective_assignments() a, unnest(a.countries) c
  WHERE a.role::text = ANY (roles) AND NOT a.all_countries
$$;

-- Reading the planning tables from inside a policy: the owner's own policy below lets it, and nobody else, through. The setting
-- is made in the body because attaching a custom setting to a function takes a superuser.
CREATE FUNCTION app.my_operations() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  RETURN (SELECT coalesce(array_agg(o.id), '{}') FROM public.operation o
  WHERE (o.visibility = 'published' AND o.state <> 'draft' AND EXISTS (SELECT FROM app.effective_assignments() a WHERE a.role <> 'administrator'))
     OR EXISTS (
       SELECT FROM app.effective_assignments() a
       WHERE a.role <> 'administrator' AND (o.state <> 'draft' OR a.role = 'programme_manager')
         AND (a.all_operations OR o.id = ANY (a.operations))
         AND (a.all_countries OR EXISTS (
           SELECT FROM public.participation p WHERE p.operation_id = o.id AND p.country_code = ANY (a.countries)))));
END $$;

CREATE FUNCTION app.my_points() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  RETURN (SELECT coalesce(array_agg(DISTINCT d.border_point_id), '{}') FROM public.deployment d
  WHERE d.operation_id = ANY ((SELECT app.my_operations())::uuid[]));
END $$;

CREATE FUNCTION app.managed_operations() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  RETURN (SELECT coalesce(array_agg(o.id), '{}') FROM public.operation o
  WHERE EXISTS (
    SELECT FROM app.effective_assignments() a
    WHERE a.role = 'programme_manager' AND (a.all_operations OR o.id = ANY (a.operations))
      AND (a.all_countries OR EXISTS (
        SELECT FROM public.participation p WHERE p.operation_id = o.id AND p.country_code = ANY (a.countries)))));
END $$;

-- Administrators assign people to operations by codename and read nothing else of them.
CREATE FUNCTION app.operation_codenames() RETURNS TABLE (id uuid, codename text, year int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  RETURN QUERY SELECT o.id, o.codename, o.year FROM public.operation o WHERE app.has_role('{administrator}') ORDER BY o.codename, o.year;
END $$;

-- Opens a transaction in one statement: who asks, with which assignments; no row means no live session.
CREATE FUNCTION app.begin(token text) RETURNS TABLE (id uuid, email text, name text, kind text, locale text, scheme text, assignments jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.session', token, true);
  UPDATE public.session s SET last_seen_at = now()
    WHERE s.token_hash = sha256(decode(token, 'hex')) AND s.last_seen_at < now() - interval '5 minutes' AND s.revoked_at IS NULL;
  RETURN QUERY
    SELECT p.id, p.email, p.name, p.kind::text, p.locale::text, p.scheme, coalesce(
      (SELECT jsonb_agg(jsonb_build_object('role', a.role, 'allCountries', a.all_countries, 'countries', a.countries,
                                           'allOperations', a.all_operations, 'operations', a.operations) ORDER BY a.id)
       FROM app.effective_assignments() a), '[]')
    FROM public.person p WHERE p.id = app.uid();
END $$;

-- ── Policies ────────────────────────────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE
  t text;
  -- Rows of a country within an operation, for the roles named; each helper runs once a statement.
  reach text := '((SELECT app.all_of(%1$L)) OR country_code = ANY ((SELECT app.countries_of(%1$L))::text[])'
             || ' OR operation_id = ANY ((SELECT app.operations_of(%1$L))::uuid[])'
             || ' OR (country_code || '':'' || operation_id::text) = ANY ((SELECT app.pairs_of(%1$L))::text[]))';
  country_reach text := '((SELECT app.all_of(%1$L)) OR country_code = ANY ((SELECT app.any_country(%1$L))::text[]))';
  readable text := 'operation_id = ANY ((SELECT app.my_operations())::uuid[])';
  managed text := '((SELECT app.all_of(''{programme_manager}'')) OR operation_id = ANY ((SELECT app.managed_operations())::uuid[]))';
  forced text[] := ARRAY['operation', 'operation_programme', 'operation_remark', 'operation_version', 'operation_organisation',
    'phase', 'phase_country', 'published_date', 'participation', 'deployment', 'source', 'figure', 'figure_set', 'news_item',
    'border_point', 'access_point', 'access_status', 'query_volume', 'training_session', 'training_point', 'training_trainer',
    'attendance', 'daily_return', 'return_line', 'match', 'match_event', 'confirmation_request', 'outcome', 'arrest',
    'people_outcome', 'seizure', 'review_remark'];
BEGIN
  FOREACH t IN ARRAY forced LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_maintenance ON %I TO %I USING (current_setting(''app.maintenance'', true) = ''on'') WITH CHECK (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
  END LOOP;

  -- Planning: read what one may read of the operation, write as its programme manager.
  CREATE POLICY reads ON operation FOR SELECT USING (
    (SELECT app.all_of('{programme_manager,reviewer,leadership,observer}')) OR id = ANY ((SELECT app.my_operations())::uuid[]));
  CREATE POLICY opens ON operation FOR INSERT WITH CHECK ((SELECT app.has_role('{programme_manager}')));
  CREATE POLICY changes ON operation FOR UPDATE USING ((SELECT app.all_of('{programme_manager}')) OR id = ANY ((SELECT app.managed_operations())::uuid[]));
  FOREACH t IN ARRAY ARRAY['operation_programme', 'operation_remark', 'operation_version', 'operation_organisation', 'phase', 'phase_country',
      'published_date', 'participation', 'deployment', 'source', 'figure', 'figure_set'] LOOP
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING (%s)', t, readable);
    EXECUTE format('CREATE POLICY writes ON %I FOR INSERT WITH CHECK (%s)', t, managed);
    EXECUTE format('CREATE POLICY changes ON %I FOR UPDATE USING (%s)', t, managed);
    EXECUTE format('CREATE POLICY removes ON %I FOR DELETE USING (%s)', t, managed);
  END LOOP;
  EXECUTE format('CREATE POLICY reads ON news_item FOR SELECT USING (%s OR (operation_id IS NULL AND (SELECT app.has_role(''{programme_manager,reviewer,liaison,leadership,observer}''))))', readable);
  EXECUTE format('CREATE POLICY writes ON news_item FOR INSERT WITH CHECK (%s)', managed);
  EXECUTE format('CREATE POLICY changes ON news_item FOR UPDATE USING (%s)', managed);

  -- Border points: one's own, those of operations one may read, all for headquarters and administrators.
  CREATE POLICY reads ON border_point FOR SELECT USING (
    (SELECT app.has_role('{administrator,programme_manager}')) OR (SELECT app.all_of('{reviewer,leadership}'))
    OR country_code = ANY ((SELECT app.any_country('{reviewer,liaison}'))::text[]) OR id = ANY ((SELECT app.my_points())::uuid[]));
  CREATE POLICY writes ON border_point FOR INSERT WITH CHECK ((SELECT app.has_role('{administrator,programme_manager}')));
  CREATE POLICY changes ON border_point FOR UPDATE USING ((SELECT app.has_role('{administrator,programme_manager}')));

  -- Gaps are more sensitive than counts: access is for the owner and headquarters.
  FOREACH t IN ARRAY ARRAY['access_point', 'access_status', 'query_volume'] LOOP
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING (%s)', t, format(country_reach, '{programme_manager,reviewer,liaison,leadership}'));
    EXECUTE format('CREATE POLICY writes ON %I FOR INSERT WITH CHECK (%s)', t, format(country_reach, '{programme_manager}'));
    EXECUTE format('CREATE POLICY changes ON %I FOR UPDATE USING (%s)', t, format(country_reach, '{programme_manager}'));
  END LOOP;

  EXECUTE format('CREATE POLICY reads ON training_session FOR SELECT USING (%s OR (operation_id IS NOT NULL AND %s))', format(country_reach, '{programme_manager,reviewer,liaison,leadership}'), readable);
  EXECUTE format('CREATE POLICY reads ON attendance FOR SELECT USING (%s)', format(country_reach, '{programme_manager,reviewer,liaison,leadership}'));
  EXECUTE format('CREATE POLICY writes ON attendance FOR INSERT WITH CHECK (%s)', format(country_reach, '{programme_manager,liaison}'));
  EXECUTE format('CREATE POLICY changes ON attendance FOR UPDATE USING (%s)', format(country_reach, '{programme_manager,liaison}'));
  EXECUTE format('CREATE POLICY writes ON training_session FOR INSERT WITH CHECK (%s)', format(country_reach, '{programme_manager}'));
  EXECUTE format('CREATE POLICY changes ON training_session FOR UPDATE USING (%s)', format(country_reach, '{programme_manager}'));
  FOREACH t IN ARRAY ARRAY['training_point', 'training_trainer'] LOOP
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING (EXISTS (SELECT FROM training_session s WHERE s.id = session_id))', t);
    EXECUTE format('CREATE POLICY writes ON %I FOR INSERT WITH CHECK ((SELECT app.has_role(''{programme_manager}'')) AND EXISTS (SELECT FROM training_session s WHERE s.id = session_id))', t);
  END LOOP;

  -- Results: the country and programme headquarters; return headers also for leadership.
  FOREACH t IN ARRAY ARRAY['daily_return', 'return_line', 'match', 'match_event', 'outcome', 'arrest', 'people_outcome', 'seizure', 'review_remark'] LOOP
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING (%s)', t, format(reach,
      CASE WHEN t IN ('daily_return', 'return_line') THEN '{programme_manager,reviewer,liaison,leadership}' ELSE '{programme_manager,reviewer,liaison}' END));
    EXECUTE format('CREATE POLICY writes ON %I FOR INSERT WITH CHECK (%s)', t, format(reach,
      CASE WHEN t IN ('match_event', 'review_remark') THEN '{reviewer,liaison}' ELSE '{liaison}' END));
    EXECUTE format('CREATE POLICY changes ON %I FOR UPDATE USING (%s)', t, format(reach, '{reviewer,liaison}'));
  END LOOP;

  -- What another country may see of a match is a table of its own: asked and asking country, headquarters.
  CREATE POLICY reads ON confirmation_request FOR SELECT USING (
    (SELECT app.all_of('{programme_manager,reviewer}'))
    OR asking_country = ANY ((SELECT app.countries_of('{programme_manager,reviewer,liaison}'))::text[])
    OR asked_country = ANY ((SELECT app.countries_of('{reviewer,liaison}'))::text[])
    OR EXISTS (SELECT FROM match m WHERE m.confirmation_request_id = confirmation_request.id));
  CREATE POLICY writes ON confirmation_request FOR INSERT WITH CHECK (
    answer IS NULL AND answered_by_id IS NULL AND (asking_country = ANY ((SELECT app.any_country('{liaison}'))::text[])
      OR EXISTS (SELECT FROM app.effective_assignments() a WHERE a.role = 'liaison' AND a.all_countries)));
  -- The asking country enters a reply that came over I-24/7; the asked country answers only through app.answer_confirmation.
  CREATE POLICY changes ON confirmation_request FOR UPDATE USING (
    answer IS NULL AND (SELECT app.has_role('{liaison}'))
    AND EXISTS (SELECT FROM match m WHERE m.confirmation_request_id = confirmation_request.id)) WITH CHECK (answered_by_id IS NULL);
END $$;

-- Reference data: every signed-in person reads; administrators and programme managers write.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['country', 'country_alias', 'organisation', 'programme'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING ((SELECT app.uid()) IS NOT NULL)', t);
    EXECUTE format('CREATE POLICY writes ON %I FOR INSERT WITH CHECK ((SELECT app.has_role(''{administrator,programme_manager}'')))', t);
    EXECUTE format('CREATE POLICY changes ON %I FOR UPDATE USING ((SELECT app.has_role(''{administrator,programme_manager}'')))', t);
  END LOOP;
  -- The helpers above read these as their owner, so they are enabled, not forced.
  FOREACH t IN ARRAY ARRAY['person', 'session', 'assignment', 'invitation', 'sign_in_counter', 'setting', 'match_counter', 'daily_total', 'point_total', 'audit_head', '_prisma_migrations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

CREATE POLICY reads ON person FOR SELECT USING (id = (SELECT app.uid()) OR (SELECT app.has_role('{administrator}')));
CREATE POLICY changes ON person FOR UPDATE USING (id = (SELECT app.uid()) OR (SELECT app.has_role('{administrator}')));
CREATE POLICY reads ON session FOR SELECT USING (person_id = (SELECT app.uid()));
-- What was ended stays ended.
CREATE POLICY changes ON session FOR UPDATE USING (person_id = (SELECT app.uid())) WITH CHECK (person_id = (SELECT app.uid()) AND revoked_at IS NOT NULL);
CREATE POLICY reads ON assignment FOR SELECT USING (person_id = (SELECT app.uid()) OR (SELECT app.has_role('{administrator}')));
CREATE POLICY writes ON assignment FOR INSERT WITH CHECK ((SELECT app.has_role('{administrator}')) AND person_id <> (SELECT app.uid()) AND approved_by_id IS NULL AND granted_by_id = (SELECT app.uid()));
CREATE POLICY changes ON assignment FOR UPDATE USING ((SELECT app.has_role('{administrator}')) AND person_id <> (SELECT app.uid()))
  WITH CHECK (approved_by_id IS NULL OR approved_by_id <> granted_by_id);
CREATE POLICY reads ON invitation FOR SELECT USING ((SELECT app.has_role('{administrator}')));
CREATE POLICY writes ON invitation FOR INSERT WITH CHECK ((SELECT app.has_role('{administrator}')) AND created_by_id = (SELECT app.uid()) AND purpose = 'invitation');
CREATE POLICY changes ON invitation FOR UPDATE USING ((SELECT app.has_role('{administrator}'))) WITH CHECK (withdrawn_at IS NOT NULL);
CREATE POLICY reads ON setting FOR SELECT USING (true);
CREATE POLICY writes ON setting FOR INSERT WITH CHECK ((SELECT app.has_role('{administrator}')));
CREATE POLICY changes ON setting FOR UPDATE USING ((SELECT app.has_role('{administrator}')));

DO $$
DECLARE
  t text;
  reach text := '((SELECT app.all_of(%1$L)) OR country_code = ANY ((SELECT app.countries_of(%1$L))::text[])'
             || ' OR operation_id = ANY ((SELECT app.operations_of(%1$L))::uuid[])'
             || ' OR (country_code || '':'' || operation_id::text) = ANY ((SELECT app.pairs_of(%1$L))::text[]))';
BEGIN
  FOREACH t IN ARRAY ARRAY['daily_total', 'point_total'] LOOP
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING (%s OR (validated AND %s))', t,
      format(reach, '{programme_manager,reviewer,liaison,leadership}'), format(reach, '{observer}'));
  END LOOP;
END $$;

-- ── Laws ────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- 2: one return per deployment and local day that is not superseded.
CREATE UNIQUE INDEX daily_return_one_current ON daily_return (deployment_id, local_date) WHERE superseded_at IS NULL;
-- 3: a return of no checks has a reason; no lines (trigger below).
ALTER TABLE daily_return ADD CONSTRAINT no_checks_has_a_reason CHECK ((kind = 'no_checks') = (no_checks_reason IS NOT NULL));
ALTER TABLE daily_return ADD CONSTRAINT superseding_has_a_reason CHECK (supersedes_id IS NULL OR length(trim(reason)) > 0);
-- 4: counts are whole and not negative.
ALTER TABLE daily_return ADD CONSTRAINT matches_stated_in_range CHECK (matches_stated BETWEEN 0 AND 1000000000);
ALTER TABLE return_line ADD CONSTRAINT count_in_range CHECK (count BETWEEN 0 AND 1000000000);
ALTER TABLE arrest ADD CONSTRAINT count_in_range CHECK (count BETWEEN 1 AND 1000000);
ALTER TABLE people_outcome ADD CONSTRAINT count_in_range CHECK (count BETWEEN 0 AND 1000000000);
ALTER TABLE seizure ADD CONSTRAINT quantity_in_range CHECK (quantity BETWEEN 0 AND 1000000000000);
CREATE UNIQUE INDEX return_line_one_that_counts ON return_line (return_id, database, unit, direction) NULLS NOT DISTINCT WHERE counts;
-- 5: confirmed only with a dated reply (or a dated national check).
ALTER TABLE match ADD CONSTRAINT confirmed_is_dated CHECK (NOT confirmed OR answered_at IS NOT NULL);
ALTER TABLE match ADD CONSTRAINT confirmed_says_so CHECK (state NOT IN ('confirmed', 'confirmed_nationally') OR confirmed);
ALTER TABLE match ADD CONSTRAINT not_confirmed_has_a_reason CHECK (state <> 'not_confirmed' OR not_confirmed_reason IS NOT NULL);
ALTER TABLE match ADD CONSTRAINT closed_has_a_reason CHECK (state <> 'closed' OR closed_reason IS NOT NULL);
ALTER TABLE confirmation_request ADD CONSTRAINT answer_is_dated CHECK ((answer IS NULL) = (answered_at IS NULL));
-- 7: the validator is not the submitter.
ALTER TABLE daily_return ADD CONSTRAINT four_eyes CHECK (validated_by_id IS DISTINCT FROM submitted_by_id);
ALTER TABLE match ADD CONSTRAINT four_eyes CHECK (validated_by_id IS DISTINCT FROM recorded_by_id);
ALTER TABLE outcome ADD CONSTRAINT four_eyes CHECK (validated_by_id IS DISTINCT FROM recorded_by_id);
ALTER TABLE arrest ADD CONSTRAINT four_eyes CHECK (validated_by_id IS DISTINCT FROM recorded_by_id);
ALTER TABLE people_outcome ADD CONSTRAINT four_eyes CHECK (validated_by_id IS DISTINCT FROM recorded_by_id);
ALTER TABLE seizure ADD CONSTRAINT four_eyes CHECK (validated_by_id IS DISTINCT FROM recorded_by_id);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['daily_return', 'match', 'outcome', 'arrest', 'people_outcome', 'seizure'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT validated_by_someone CHECK ((review = ''validated'') = (validated_by_id IS NOT NULL AND validated_at IS NOT NULL))', t);
  END LOOP;
END $$;
-- Figures: wording where there is no number; nothing is summed that was never counted.
ALTER TABLE figure ADD CONSTRAINT no_number_keeps_its_wording CHECK (value IS NOT NULL OR low IS NOT NULL OR wording IS NOT NULL);
ALTER TABLE deployment ADD CONSTRAINT day_starts_at_a_time CHECK (day_starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE phase ADD CONSTRAINT ends_after_it_starts CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on);
ALTER TABLE training_session ADD CONSTRAINT ends_after_it_starts CHECK (ends_on >= starts_on);
ALTER TABLE assignment ADD CONSTRAINT countries_or_all CHECK (all_countries = (cardinality(countries) = 0));
ALTER TABLE assignment ADD CONSTRAINT operations_or_all CHECK (all_operations = (cardinality(operations) = 0));
ALTER TABLE assignment ADD CONSTRAINT second_administrator CHECK (approved_by_id IS NULL OR approved_by_id <> person_id);

CREATE FUNCTION app.keep_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.slug <> OLD.slug OR NEW.exercise <> OLD.exercise THEN RAISE EXCEPTION 'operation.slug_is_fixed' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_slug BEFORE UPDATE ON operation FOR EACH ROW EXECUTE FUNCTION app.keep_slug();

CREATE FUNCTION app.no_lines_without_checks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  IF EXISTS (SELECT FROM public.daily_return r WHERE r.id = NEW.return_id AND r.kind = 'no_checks') THEN
    RAISE EXCEPTION 'return.no_checks_has_no_lines' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER no_lines_without_checks BEFORE INSERT ON return_line FOR EACH ROW EXECUTE FUNCTION app.no_lines_without_checks();

-- 1 and 7: a result begins submitted, in the name of whoever sends it.
CREATE FUNCTION app.guard_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entry jsonb := to_jsonb(NEW); actor text := app.uid()::text;
BEGIN
  IF actor IS NULL THEN RETURN NEW; END IF;
  IF NEW.review <> 'submitted' OR entry ->> 'superseded_at' IS NOT NULL
     OR coalesce(entry ->> 'submitted_by_id', entry ->> 'recorded_by_id', actor) <> actor THEN
    RAISE EXCEPTION 'row.begins_submitted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['daily_return', 'return_line', 'match', 'outcome', 'arrest', 'people_outcome', 'seizure'] LOOP
    EXECUTE format('CREATE TRIGGER guard_entry BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION app.guard_entry()', t);
  END LOOP;
END $$;

-- 8: validated rows change only by being superseded. 7 again: only a reviewer of the row makes it validated, in their own name,
-- and whose entry it is never changes.
CREATE FUNCTION app.guard_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before jsonb := to_jsonb(OLD); after jsonb := to_jsonb(NEW); free text[] := TG_ARGV::text[]; k text;
BEGIN
  IF current_setting('app.maintenance', true) = 'on' AND app.uid() IS NULL THEN RETURN NEW; END IF;
  IF (before ->> 'submitted_by_id', before ->> 'recorded_by_id') IS DISTINCT FROM (after ->> 'submitted_by_id', after ->> 'recorded_by_id')
     OR (OLD.review <> 'validated' AND coalesce(after ->> 'validated_by_id', app.uid()::text) IS DISTINCT FROM app.uid()::text) THEN
    RAISE EXCEPTION 'row.not_in_your_name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.review = 'validated' THEN
    FOREACH k IN ARRAY free LOOP before := before - k; after := after - k; END LOOP;
    IF before <> after THEN RAISE EXCEPTION 'row.validated_is_fixed' USING ERRCODE = 'check_violation'; END IF;
  ELSIF NEW.review = 'validated' AND NOT (
      app.all_of('{reviewer}') OR NEW.country_code = ANY (app.countries_of('{reviewer}')) OR NEW.operation_id = ANY (app.operations_of('{reviewer}'))
      OR (NEW.country_code || ':' || NEW.operation_id::text) = ANY (app.pairs_of('{reviewer}'))) THEN
    RAISE EXCEPTION 'row.not_the_reviewer' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_review BEFORE UPDATE ON daily_return FOR EACH ROW EXECUTE FUNCTION app.guard_review('superseded_at', 'version');
CREATE TRIGGER guard_review BEFORE UPDATE ON return_line FOR EACH ROW EXECUTE FUNCTION app.guard_review('superseded_at');
-- A validated match goes on through its steps; what was observed stays as it was.
CREATE TRIGGER guard_review BEFORE UPDATE ON match FOR EACH ROW EXECUTE FUNCTION app.guard_review('state', 'confirmed', 'answered_at',
  'not_confirmed_reason', 'closed_reason', 'confirmation_request_id', 'has_outcome', 'version');
CREATE TRIGGER guard_review BEFORE UPDATE ON outcome FOR EACH ROW EXECUTE FUNCTION app.guard_review('superseded_at');
CREATE TRIGGER guard_review BEFORE UPDATE ON arrest FOR EACH ROW EXECUTE FUNCTION app.guard_review('superseded_at', 'state', 'version');
CREATE TRIGGER guard_review BEFORE UPDATE ON people_outcome FOR EACH ROW EXECUTE FUNCTION app.guard_review('superseded_at', 'version');
CREATE TRIGGER guard_review BEFORE UPDATE ON seizure FOR EACH ROW EXECUTE FUNCTION app.guard_review('superseded_at', 'version');

-- 8 again: what is superseded is so by another return; a line goes with its return.
CREATE FUNCTION app.superseding_replaces() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE replaced boolean;
BEGIN
  IF app.uid() IS NULL THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'daily_return' THEN
    replaced := EXISTS (SELECT FROM public.daily_return r WHERE r.supersedes_id = NEW.id);
  ELSE
    replaced := EXISTS (SELECT FROM public.daily_return r WHERE r.id = NEW.return_id AND r.superseded_at IS NOT NULL);
  END IF;
  IF NOT replaced THEN RAISE EXCEPTION 'return.superseded_by_nothing' USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER superseding_replaces AFTER UPDATE OF superseded_at ON daily_return DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.superseded_at IS NOT NULL) EXECUTE FUNCTION app.superseding_replaces();
CREATE CONSTRAINT TRIGGER superseding_replaces AFTER UPDATE OF superseded_at ON return_line DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.superseded_at IS NOT NULL) EXECUTE FUNCTION app.superseding_replaces();

-- 13: live only with dated phases and participations, or a recorded reason.
CREATE FUNCTION app.live_is_ready() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  IF NEW.state = 'live' AND NEW.live_reason IS NULL AND NOT (
      EXISTS (SELECT FROM public.phase p WHERE p.operation_id = NEW.id AND p.starts_on IS NOT NULL)
      AND EXISTS (SELECT FROM public.participation p WHERE p.operation_id = NEW.id)) THEN
    RAISE EXCEPTION 'operation.not_ready' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER live_is_ready AFTER INSERT OR UPDATE ON operation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.live_is_ready();

-- Muster issues the reference that the NCB quotes.
CREATE FUNCTION app.issue_reference() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE n int;
BEGIN
  INSERT INTO public.match_counter AS c (country_code, last) VALUES (NEW.country_code, 1)
    ON CONFLICT (country_code) DO UPDATE SET last = c.last + 1 RETURNING c.last INTO n;
  NEW.reference := NEW.country_code || '-' || lpad(n::text, 4, '0');
  RETURN NEW;
END $$;
CREATE TRIGGER issue_reference BEFORE INSERT ON match FOR EACH ROW EXECUTE FUNCTION app.issue_reference();

CREATE FUNCTION app.mark_outcome() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  UPDATE public.match m SET has_outcome = EXISTS (SELECT FROM public.outcome o WHERE o.match_id = m.id AND o.superseded_at IS NULL)
    WHERE m.id = NEW.match_id AND m.has_outcome IS DISTINCT FROM EXISTS (SELECT FROM public.outcome o WHERE o.match_id = m.id AND o.superseded_at IS NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER mark_outcome AFTER INSERT OR UPDATE ON outcome FOR EACH ROW EXECUTE FUNCTION app.mark_outcome();

-- The asked country answers through this one function; it sees and touches nothing else of the match.
CREATE FUNCTION app.answer_confirmation(request_id uuid, event_id uuid, said text, why text, answered timestamptz)
RETURNS TABLE (asking_country text, operation_id uuid, match_id uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE r public.confirmation_request%ROWTYPE; m public.match%ROWTYPE;
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  SELECT * INTO r FROM public.confirmation_request c WHERE c.id = request_id
    AND (app.all_of('{liaison}') OR c.asked_country = ANY (app.countries_of('{liaison}'))) FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'confirmation.not_found' USING ERRCODE = 'no_data_found'; END IF;
  IF r.answer IS NOT NULL THEN RAISE EXCEPTION 'confirmation.already_answered' USING ERRCODE = 'unique_violation'; END IF;
  IF (said = 'confirmed') <> (why IS NULL) THEN RAISE EXCEPTION 'confirmation.reason_needed' USING ERRCODE = 'check_violation'; END IF;
  UPDATE public.confirmation_request c SET answer = said::public.answer, answer_reason = why::public.not_confirmed_reason, answered_at = answered,
    answer_channel = 'muster', answered_by_id = app.uid(), version = c.version + 1 WHERE c.id = r.id;
  SELECT * INTO m FROM public.match x WHERE x.confirmation_request_id = r.id FOR UPDATE;
  -- A voided test record stays void, whatever is answered.
  IF m.closed_reason = 'test_record_voided' THEN
    RETURN QUERY SELECT m.country_code::text, m.operation_id, m.id;
    RETURN;
  END IF;
  UPDATE public.match x SET state = said::public.match_state, confirmed = (said = 'confirmed'), answered_at = answered,
    not_confirmed_reason = why::public.not_confirmed_reason, closed_reason = NULL, version = x.version + 1 WHERE x.id = m.id;
  -- A reply after closing or after no reply reopens the match.
  IF m.state IN ('closed', 'no_reply') THEN
    INSERT INTO public.match_event (id, match_id, operation_id, country_code, step, at, channel, recorded_at)
      VALUES (gen_random_uuid(), m.id, m.operation_id, m.country_code, 'reopened', answered, 'muster', answered);
  END IF;
  INSERT INTO public.match_event (id, match_id, operation_id, country_code, step, at, channel, reason, recorded_at)
    VALUES (event_id, m.id, m.operation_id, m.country_code, said::public.match_step, answered, 'muster', why, answered);
  RETURN QUERY SELECT m.country_code::text, m.operation_id, m.id;
END $$;

-- ── What the runtime role may do: named here, granted to whoever DATABASE_URL names ─────────────────────────────────
CREATE FUNCTION app.grant_runtime(runtime text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE t record;
BEGIN
  -- Every policy but the owner's own binds the runtime role alone: a helper that reads as the owner must not meet the policy that called it.
  FOR t IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' AND policyname <> 'owner_maintenance' LOOP
    EXECUTE format('ALTER POLICY %I ON %I TO %I', t.policyname, t.tablename, runtime);
  END LOOP;
  EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %I', runtime);
  EXECUTE format('GRANT USAGE ON SCHEMA public, app, auth TO %I', runtime);
  EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app, auth TO %I', runtime);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION app.grant_runtime(text), app.open_session_for(uuid, interval), app.rebuild_totals(), app.recount(), app.total_differences(), app.worth(text, text), app.audit_verify() FROM %I', runtime);
  FOR t IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND c.relname NOT IN ('_prisma_migrations', 'person', 'session', 'assignment', 'invitation', 'sign_in_counter', 'match_counter', 'daily_total', 'point_total', 'audit_event', 'audit_head', 'confirmation_request') LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO %I', t.relname, runtime);
  END LOOP;
  EXECUTE format('GRANT DELETE ON operation_programme, operation_remark, operation_organisation, phase, phase_country, published_date, participation, deployment, source, figure, figure_set TO %I', runtime);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE (answer, answer_reason, answered_at, answer_channel, version) ON confirmation_request TO %I', runtime);
  EXECUTE format('GRANT SELECT ON daily_total, point_total, audit_event TO %I', runtime);
  EXECUTE format('GRANT INSERT (chain, actor_id, action, entity, entity_id, operation_id, version, fields, commitments) ON audit_event TO %I', runtime);
  EXECUTE format('GRANT SELECT (id, email, name, kind, locale, scheme, disabled_at, created_at, version), UPDATE (name, locale, scheme, disabled_at, version) ON person TO %I', runtime);
  EXECUTE format('GRANT SELECT (id, person_id, created_at, last_seen_at, expires_at, revoked_at, user_agent, address), UPDATE (revoked_at) ON session TO %I', runtime);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE (approved_by_id, approved_at, revoked_at, revoked_by_id) ON assignment TO %I', runtime);
  EXECUTE format('GRANT SELECT (id, purpose, email, name, locale, assignments, created_by_id, created_at, expires_at, redeemed_at, withdrawn_at), INSERT, UPDATE (withdrawn_at) ON invitation TO %I', runtime);
END $$;

-- For the doors of the installation (imports, seeds): the owner opens a session in a person's name. Never for the runtime role.
CREATE FUNCTION app.open_session_for(person uuid, lasting interval) RETURNS text LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE token text := encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex');
BEGIN
  INSERT INTO public.session (id, person_id, token_hash, expires_at, user_agent)
    VALUES (gen_random_uuid(), person, sha256(decode(token, 'hex')), now() + lasting, 'installation');
  RETURN token;
END $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
