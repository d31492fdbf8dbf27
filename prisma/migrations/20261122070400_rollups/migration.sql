-- Two narrow rollups, kept by statement-level triggers in the transaction of the fact. One text says what a row is worth;
-- the triggers and the rebuild both read it.
CREATE FUNCTION app.worth(fact text, source text) RETURNS text LANGUAGE sql IMMUTABLE AS $fn$
  SELECT format(CASE fact
    WHEN 'return_line' THEN $$
      SELECT operation_id, border_point_id, country_code, local_date, 'checks'::public.measure AS measure, unit::text AS unit, database::text AS database,
             review = 'validated' AS validated, count::numeric AS amount
      FROM %1$s WHERE counts AND superseded_at IS NULL AND count > 0 $$
    WHEN 'match' THEN $$
      SELECT m.operation_id, m.border_point_id, m.country_code, m.local_date, x.measure, 'cases'::text, m.database::text, m.review = 'validated', 1::numeric
      FROM %1$s m CROSS JOIN LATERAL (VALUES ('matches'::public.measure, true), ('confirmed_matches', m.confirmed), ('outcomes', m.has_outcome)) AS x (measure, holds)
      WHERE x.holds AND m.closed_reason IS DISTINCT FROM 'test_record_voided' $$
    WHEN 'outcome' THEN $$
      SELECT operation_id, NULL::uuid, country_code, local_date,
             (CASE kind WHEN 'entry_denied' THEN 'entries_denied' WHEN 'document_seized' THEN 'documents_seized' ELSE 'investigations_opened' END)::public.measure,
             'cases'::text, ''::text, review = 'validated', 1::numeric
      FROM %1$s WHERE kind IN ('entry_denied', 'document_seized', 'investigation_opened') AND superseded_at IS NULL $$
    WHEN 'arrest' THEN $$
      SELECT operation_id, border_point_id, country_code, local_date, 'arrests'::public.measure, 'people'::text, ''::text, review = 'validated', count::numeric
      FROM %1$s WHERE superseded_at IS NULL $$
    WHEN 'people_outcome' THEN $$
      SELECT operation_id, border_point_id, country_code, local_date, kind::text::public.measure, 'people'::text, ''::text, review = 'validated', count::numeric
      FROM %1$s WHERE superseded_at IS NULL AND count > 0 $$
    WHEN 'seizure' THEN $$
      SELECT operation_id, border_point_id, country_code, local_date, 'seizures'::public.measure, commodity || ':' || unit, ''::text, review = 'validated', quantity
      FROM %1$s WHERE superseded_at IS NULL AND quantity > 0 $$
  END, source)
$fn$;

DO $$
DECLARE
  fact text; moves text; op text; body text;
  fold text := $q$
    WITH delta AS MATERIALIZED (%s)
    , daily AS (
      INSERT INTO public.daily_total AS t (operation_id, country_code, local_date, measure, unit, database, validated, total)
      SELECT operation_id, country_code, local_date, measure, unit, database, validated, sum(amount) FROM delta
      GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(amount) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7
      ON CONFLICT (operation_id, country_code, local_date, measure, unit, database, validated) DO UPDATE SET total = t.total + EXCLUDED.total)
    INSERT INTO public.point_total AS t (operation_id, border_point_id, country_code, local_date, measure, unit, validated, total)
    SELECT operation_id, border_point_id, country_code, local_date, measure, unit, validated, sum(amount) FROM delta
    WHERE border_point_id IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(amount) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7
    ON CONFLICT (operation_id, border_point_id, local_date, measure, unit, validated) DO UPDATE SET total = t.total + EXCLUDED.total $q$;
BEGIN
  FOREACH fact IN ARRAY ARRAY['return_line', 'match', 'outcome', 'arrest', 'people_outcome', 'seizure'] LOOP
    FOREACH op IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
      moves := concat_ws(' UNION ALL ',
        CASE WHEN op <> 'DELETE' THEN format('SELECT * FROM (%s) n', app.worth(fact, 'new_rows')) END,
        CASE WHEN op <> 'INSERT' THEN format('SELECT operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, -amount FROM (%s) o (operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, amount)', app.worth(fact, 'old_rows')) END);
      moves := format('SELECT * FROM (%s) d (operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, amount)', moves);
      body := format(fold, moves);
      EXECUTE format('CREATE FUNCTION app.total_%s_%s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS %L',
        fact, lower(op), 'BEGIN ' || body || '; RETURN NULL; END');
      EXECUTE format('CREATE TRIGGER total_%1$s AFTER %2$s ON %3$I REFERENCING %4$s FOR EACH STATEMENT EXECUTE FUNCTION app.total_%3$s_%1$s()',
        lower(op), op, fact,
        CASE op WHEN 'INSERT' THEN 'NEW TABLE AS new_rows' WHEN 'DELETE' THEN 'OLD TABLE AS old_rows' ELSE 'OLD TABLE AS old_rows NEW TABLE AS new_rows' END);
    END LOOP;
  END LOOP;

  -- The recount, from the facts alone.
  SELECT string_agg(format('SELECT operation_id, border_point_id, country_code::text, local_date, measure, unit, database, validated, amount FROM (%s) f (operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, amount)', app.worth(f, 'public.' || f)), ' UNION ALL ') INTO body
    FROM unnest(ARRAY['return_line', 'match', 'outcome', 'arrest', 'people_outcome', 'seizure']) f;
  EXECUTE format('CREATE FUNCTION app.recount() RETURNS TABLE (operation_id uuid, border_point_id uuid, country_code text, local_date date, measure public.measure, unit text, database text, validated boolean, amount numeric)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS %L',
    '#variable_conflict use_column' || chr(10) || 'BEGIN PERFORM set_config(''app.maintenance'', ''on'', true); RETURN QUERY ' || body || '; END');
END $$;

-- Differences between the rollups and a recount; empty when they agree.
CREATE FUNCTION app.total_differences() RETURNS TABLE (rollup text, key text, kept numeric, counted numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH facts AS MATERIALIZED (SELECT * FROM app.recount()),
  daily AS (SELECT concat_ws('|', operation_id, country_code, local_date, measure, unit, database, validated) AS key, sum(amount) AS n FROM facts GROUP BY 1),
  point AS (SELECT concat_ws('|', operation_id, border_point_id, local_date, measure, unit, validated) AS key, sum(amount) AS n FROM facts WHERE border_point_id IS NOT NULL GROUP BY 1)
  SELECT 'daily_total', coalesce(d.key, t.key), t.total, d.n FROM daily d
    FULL JOIN (SELECT concat_ws('|', operation_id, country_code, local_date, measure, unit, database, validated) AS key, total FROM public.daily_total WHERE total <> 0) t USING (key)
    WHERE d.n IS DISTINCT FROM t.total
  UNION ALL
  SELECT 'point_total', coalesce(p.key, t.key), t.total, p.n FROM point p
    FULL JOIN (SELECT concat_ws('|', operation_id, border_point_id, local_date, measure, unit, validated) AS key, total FROM public.point_total WHERE total <> 0) t USING (key)
    WHERE p.n IS DISTINCT FROM t.total
$$;

CREATE FUNCTION app.rebuild_totals() RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  DELETE FROM public.daily_total; DELETE FROM public.point_total;
  INSERT INTO public.daily_total SELECT operation_id, country_code, local_date, measure, unit, database, validated, sum(amount) FROM app.recount() GROUP BY 1, 2, 3, 4, 5, 6, 7;
  INSERT INTO public.point_total SELECT operation_id, border_point_id, country_code, local_date, measure, unit, validated, sum(amount) FROM app.recount() WHERE border_point_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7;
$$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
