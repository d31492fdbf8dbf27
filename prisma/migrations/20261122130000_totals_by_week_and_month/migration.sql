-- Pages over everything summed every day of every operation. Two coarser totals, kept by the same triggers in the same slots,
-- answer wherever no day is asked for; a week that two months share lies in two parts, so that weeks and months are both sums of it.
CREATE TABLE "week_total" (
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "local_date" DATE NOT NULL,
    "measure" "measure" NOT NULL,
    "unit" TEXT NOT NULL,
    "validated" BOOLEAN NOT NULL,
    "total" DECIMAL(20,3) NOT NULL,
    "slot" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "week_total_pkey" PRIMARY KEY ("operation_id","country_code","local_date","measure","unit","validated","slot")
);
CREATE TABLE "point_month_total" (
    "operation_id" UUID NOT NULL,
    "border_point_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "local_date" DATE NOT NULL,
    "measure" "measure" NOT NULL,
    "unit" TEXT NOT NULL,
    "validated" BOOLEAN NOT NULL,
    "total" DECIMAL(20,3) NOT NULL,
    "slot" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "point_month_total_pkey" PRIMARY KEY ("operation_id","border_point_id","local_date","measure","unit","validated","slot")
);

-- The same wall as before those by day.
DO $$
DECLARE
  t text;
  reach text := '((SELECT app.all_of(%1$L)) OR country_code = ANY ((SELECT app.countries_of(%1$L))::text[])'
             || ' OR operation_id = ANY ((SELECT app.operations_of(%1$L))::uuid[])'
             || ' OR (country_code || '':'' || operation_id::text) = ANY ((SELECT app.pairs_of(%1$L))::text[]))';
BEGIN
  FOREACH t IN ARRAY ARRAY['week_total', 'point_month_total'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY reads ON %I FOR SELECT USING (%s OR (validated AND %s))', t,
      format(reach, '{programme_manager,reviewer,liaison,leadership}'), format(reach, '{observer}'));
  END LOOP;
END $$;

-- What is counted already.
INSERT INTO week_total (operation_id, country_code, local_date, measure, unit, validated, total)
  SELECT operation_id, country_code, greatest(date_trunc('week', local_date::timestamp), date_trunc('month', local_date::timestamp))::date, measure, unit, validated, sum(total)
  FROM daily_total GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6;
INSERT INTO point_month_total (operation_id, border_point_id, country_code, local_date, measure, unit, validated, total)
  SELECT operation_id, border_point_id, country_code, date_trunc('month', local_date::timestamp)::date, measure, unit, validated, sum(total)
  FROM point_total GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 4, 5, 6, 7;

DO $$
DECLARE
  fact text; moves text; op text;
  fold text := $q$
    WITH delta AS MATERIALIZED (%s)
    , pair AS MATERIALIZED (SELECT DISTINCT operation_id, country_code FROM delta)
    , place AS MATERIALIZED (
      SELECT operation_id, country_code,
             CASE WHEN (SELECT count(*) FROM pair) > 500 THEN app.own_slot() ELSE app.free_slot(operation_id, country_code) END AS slot FROM pair)
    , daily AS (
      INSERT INTO public.daily_total AS t (operation_id, country_code, local_date, measure, unit, database, validated, slot, total)
      SELECT operation_id, country_code, local_date, measure, unit, database, validated, slot, sum(amount) FROM delta JOIN place USING (operation_id, country_code)
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(amount) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
      ON CONFLICT (operation_id, country_code, local_date, measure, unit, database, validated, slot) DO UPDATE SET total = t.total + EXCLUDED.total)
    , weekly AS (
      INSERT INTO public.week_total AS t (operation_id, country_code, local_date, measure, unit, validated, slot, total)
      SELECT operation_id, country_code, greatest(date_trunc('week', local_date::timestamp), date_trunc('month', local_date::timestamp))::date, measure, unit, validated, slot, sum(amount)
      FROM delta JOIN place USING (operation_id, country_code)
      GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(amount) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7
      ON CONFLICT (operation_id, country_code, local_date, measure, unit, validated, slot) DO UPDATE SET total = t.total + EXCLUDED.total)
    , monthly AS (
      INSERT INTO public.point_month_total AS t (operation_id, border_point_id, country_code, local_date, measure, unit, validated, slot, total)
      SELECT operation_id, border_point_id, country_code, date_trunc('month', local_date::timestamp)::date, measure, unit, validated, slot, sum(amount)
      FROM delta JOIN place USING (operation_id, country_code) WHERE border_point_id IS NOT NULL
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(amount) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
      ON CONFLICT (operation_id, border_point_id, local_date, measure, unit, validated, slot) DO UPDATE SET total = t.total + EXCLUDED.total)
    INSERT INTO public.point_total AS t (operation_id, border_point_id, country_code, local_date, measure, unit, validated, slot, total)
    SELECT operation_id, border_point_id, country_code, local_date, measure, unit, validated, slot, sum(amount) FROM delta JOIN place USING (operation_id, country_code)
    WHERE border_point_id IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(amount) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
    ON CONFLICT (operation_id, border_point_id, local_date, measure, unit, validated, slot) DO UPDATE SET total = t.total + EXCLUDED.total $q$;
BEGIN
  FOREACH fact IN ARRAY ARRAY['return_line', 'match', 'outcome', 'arrest', 'people_outcome', 'seizure', 'attendance'] LOOP
    FOREACH op IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
      moves := concat_ws(' UNION ALL ',
        CASE WHEN op <> 'DELETE' THEN format('SELECT * FROM (%s) n', app.worth(fact, 'new_rows')) END,
        CASE WHEN op <> 'INSERT' THEN format('SELECT operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, -amount FROM (%s) o (operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, amount)', app.worth(fact, 'old_rows')) END);
      moves := format('SELECT * FROM (%s) d (operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, amount)', moves);
      EXECUTE format('CREATE OR REPLACE FUNCTION app.total_%s_%s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS %L',
        fact, lower(op), 'BEGIN ' || format(fold, moves) || '; RETURN NULL; END');
    END LOOP;
  END LOOP;
END $$;

-- Differences between the rollups and a recount; empty when they agree. Slots are summed, as every reader does.
CREATE OR REPLACE FUNCTION app.total_differences() RETURNS TABLE (rollup text, key text, kept numeric, counted numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH facts AS MATERIALIZED (SELECT * FROM app.recount()),
  daily AS (SELECT concat_ws('|', operation_id, country_code, local_date, measure, unit, database, validated) AS key, sum(amount) AS n FROM facts GROUP BY 1),
  point AS (SELECT concat_ws('|', operation_id, border_point_id, local_date, measure, unit, validated) AS key, sum(amount) AS n FROM facts WHERE border_point_id IS NOT NULL GROUP BY 1),
  week AS (SELECT concat_ws('|', operation_id, country_code, greatest(date_trunc('week', local_date::timestamp), date_trunc('month', local_date::timestamp))::date, measure, unit, validated) AS key, sum(amount) AS n FROM facts GROUP BY 1),
  month AS (SELECT concat_ws('|', operation_id, border_point_id, date_trunc('month', local_date::timestamp)::date, measure, unit, validated) AS key, sum(amount) AS n FROM facts WHERE border_point_id IS NOT NULL GROUP BY 1)
  SELECT 'daily_total', coalesce(d.key, t.key), t.total, d.n FROM daily d
    FULL JOIN (SELECT concat_ws('|', operation_id, country_code, local_date, measure, unit, database, validated) AS key, sum(total) AS total FROM public.daily_total GROUP BY 1 HAVING sum(total) <> 0) t USING (key)
    WHERE d.n IS DISTINCT FROM t.total
  UNION ALL
  SELECT 'point_total', coalesce(p.key, t.key), t.total, p.n FROM point p
    FULL JOIN (SELECT concat_ws('|', operation_id, border_point_id, local_date, measure, unit, validated) AS key, sum(total) AS total FROM public.point_total GROUP BY 1 HAVING sum(total) <> 0) t USING (key)
    WHERE p.n IS DISTINCT FROM t.total
  UNION ALL
  SELECT 'week_total', coalesce(w.key, t.key), t.total, w.n FROM week w
    FULL JOIN (SELECT concat_ws('|', operation_id, country_code, local_date, measure, unit, validated) AS key, sum(total) AS total FROM public.week_total GROUP BY 1 HAVING sum(total) <> 0) t USING (key)
    WHERE w.n IS DISTINCT FROM t.total
  UNION ALL
  SELECT 'point_month_total', coalesce(m.key, t.key), t.total, m.n FROM month m
    FULL JOIN (SELECT concat_ws('|', operation_id, border_point_id, local_date, measure, unit, validated) AS key, sum(total) AS total FROM public.point_month_total GROUP BY 1 HAVING sum(total) <> 0) t USING (key)
    WHERE m.n IS DISTINCT FROM t.total
$$;

-- One recount for all, each in the order in which it is read.
CREATE OR REPLACE FUNCTION app.rebuild_totals() RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  DELETE FROM public.daily_total;
  DELETE FROM public.point_total;
  DELETE FROM public.week_total;
  DELETE FROM public.point_month_total;
  WITH facts AS MATERIALIZED (
    SELECT operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, sum(amount) AS total
    FROM app.recount() GROUP BY 1, 2, 3, 4, 5, 6, 7, 8)
  , daily AS (
    INSERT INTO public.daily_total (operation_id, country_code, local_date, measure, unit, database, validated, total)
    SELECT operation_id, country_code, local_date, measure, unit, database, validated, sum(total) FROM facts GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7)
  , weekly AS (
    INSERT INTO public.week_total (operation_id, country_code, local_date, measure, unit, validated, total)
    SELECT operation_id, country_code, greatest(date_trunc('week', local_date::timestamp), date_trunc('month', local_date::timestamp))::date, measure, unit, validated, sum(total) FROM facts
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6)
  , monthly AS (
    INSERT INTO public.point_month_total (operation_id, border_point_id, country_code, local_date, measure, unit, validated, total)
    SELECT operation_id, border_point_id, country_code, date_trunc('month', local_date::timestamp)::date, measure, unit, validated, sum(total) FROM facts
    WHERE border_point_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 4, 5, 6, 7)
  INSERT INTO public.point_total (operation_id, border_point_id, country_code, local_date, measure, unit, validated, total)
  SELECT operation_id, border_point_id, country_code, local_date, measure, unit, validated, sum(total) FROM facts
  WHERE border_point_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 4, 5, 6, 7;
$$;

CREATE OR REPLACE FUNCTION app.grant_runtime(runtime text) RETURNS void LANGUAGE plpgsql AS $$
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
      AND c.relname NOT IN ('_prisma_migrations', 'person', 'session', 'assignment', 'invitation', 'sign_in_counter', 'match_counter', 'daily_total', 'point_total', 'week_total', 'point_month_total', 'audit_event', 'audit_head', 'confirmation_request') LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO %I', t.relname, runtime);
  END LOOP;
  EXECUTE format('GRANT DELETE ON operation_programme, operation_remark, operation_organisation, phase, phase_country, published_date, participation, deployment, source, figure, figure_set, training_point, training_trainer, saved_view TO %I', runtime);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE (answer, answer_reason, answered_at, answer_channel, version) ON confirmation_request TO %I', runtime);
  EXECUTE format('GRANT SELECT ON daily_total, point_total, week_total, point_month_total, audit_event TO %I', runtime);
  EXECUTE format('GRANT INSERT (chain, actor_id, action, entity, entity_id, operation_id, version, fields, commitments) ON audit_event TO %I', runtime);
  EXECUTE format('GRANT SELECT (id, email, name, kind, locale, scheme, disabled_at, created_at, version), UPDATE (name, locale, scheme, disabled_at, version) ON person TO %I', runtime);
  EXECUTE format('GRANT SELECT (id, person_id, created_at, last_seen_at, expires_at, revoked_at, user_agent, address), UPDATE (revoked_at) ON session TO %I', runtime);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE (approved_by_id, approved_at, revoked_at, revoked_by_id) ON assignment TO %I', runtime);
  EXECUTE format('GRANT SELECT (id, purpose, email, name, locale, assignments, created_by_id, created_at, expires_at, redeemed_at, withdrawn_at), INSERT, UPDATE (withdrawn_at) ON invitation TO %I', runtime);
END $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
