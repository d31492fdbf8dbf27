-- A total that many write at once was one row that all of them waited for. Now it may lie in several slots, and every reader sums,
-- as they did before. Who writes takes the first slot of this operation and country that nobody else is writing to: nobody waits, and
-- a total that one person writes at a time stays one row.
ALTER TABLE daily_total ADD COLUMN slot smallint NOT NULL DEFAULT 0;
ALTER TABLE daily_total DROP CONSTRAINT daily_total_pkey;
ALTER TABLE daily_total ADD CONSTRAINT daily_total_pkey PRIMARY KEY (operation_id, country_code, local_date, measure, unit, database, validated, slot);
ALTER TABLE point_total ADD COLUMN slot smallint NOT NULL DEFAULT 0;
ALTER TABLE point_total DROP CONSTRAINT point_total_pkey;
ALTER TABLE point_total ADD CONSTRAINT point_total_pkey PRIMARY KEY (operation_id, border_point_id, local_date, measure, unit, validated, slot);

-- The lock is this transaction's until its end, so that what it wrote is seen before the slot is free again.
CREATE FUNCTION app.free_slot(operation uuid, country text) RETURNS smallint LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public AS $$
DECLARE pair int := hashtext(operation::text || country);
BEGIN
  FOR slot IN 0..63 LOOP
    IF pg_try_advisory_xact_lock(pair, slot) THEN RETURN slot; END IF;
  END LOOP;
  RETURN app.own_slot();
END $$;

-- Nobody else's as long as this connection lives: for the 65th writer, and for a statement over so many countries that a lock for
-- each would fill the table of locks.
CREATE FUNCTION app.own_slot() RETURNS smallint LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT (64 + pg_backend_pid() % 32000)::smallint
$$;

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
  point AS (SELECT concat_ws('|', operation_id, border_point_id, local_date, measure, unit, validated) AS key, sum(amount) AS n FROM facts WHERE border_point_id IS NOT NULL GROUP BY 1)
  SELECT 'daily_total', coalesce(d.key, t.key), t.total, d.n FROM daily d
    FULL JOIN (SELECT concat_ws('|', operation_id, country_code, local_date, measure, unit, database, validated) AS key, sum(total) AS total FROM public.daily_total GROUP BY 1 HAVING sum(total) <> 0) t USING (key)
    WHERE d.n IS DISTINCT FROM t.total
  UNION ALL
  SELECT 'point_total', coalesce(p.key, t.key), t.total, p.n FROM point p
    FULL JOIN (SELECT concat_ws('|', operation_id, border_point_id, local_date, measure, unit, validated) AS key, sum(total) AS total FROM public.point_total GROUP BY 1 HAVING sum(total) <> 0) t USING (key)
    WHERE p.n IS DISTINCT FROM t.total
$$;

-- One recount for both.
CREATE OR REPLACE FUNCTION app.rebuild_totals() RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  DELETE FROM public.daily_total;
  DELETE FROM public.point_total;
  WITH facts AS MATERIALIZED (
    SELECT operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, sum(amount) AS total
    FROM app.recount() GROUP BY 1, 2, 3, 4, 5, 6, 7, 8)
  , daily AS (
    INSERT INTO public.daily_total (operation_id, country_code, local_date, measure, unit, database, validated, total)
    SELECT operation_id, country_code, local_date, measure, unit, database, validated, sum(total) FROM facts GROUP BY 1, 2, 3, 4, 5, 6, 7)
  INSERT INTO public.point_total (operation_id, border_point_id, country_code, local_date, measure, unit, validated, total)
  SELECT operation_id, border_point_id, country_code, local_date, measure, unit, validated, sum(total) FROM facts
  WHERE border_point_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7;
$$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
