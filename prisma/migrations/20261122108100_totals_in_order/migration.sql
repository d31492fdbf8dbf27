-- A recount writes the totals in the order in which they are read: those of one operation lie side by side.
CREATE OR REPLACE FUNCTION app.rebuild_totals() RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  DELETE FROM public.daily_total;
  DELETE FROM public.point_total;
  WITH facts AS MATERIALIZED (
    SELECT operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, sum(amount) AS total
    FROM app.recount() GROUP BY 1, 2, 3, 4, 5, 6, 7, 8)
  , daily AS (
    INSERT INTO public.daily_total (operation_id, country_code, local_date, measure, unit, database, validated, total)
    SELECT operation_id, country_code, local_date, measure, unit, database, validated, sum(total) FROM facts GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7)
  INSERT INTO public.point_total (operation_id, border_point_id, country_code, local_date, measure, unit, validated, total)
  SELECT operation_id, border_point_id, country_code, local_date, measure, unit, validated, sum(total) FROM facts
  WHERE border_point_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 4, 5, 6, 7;
$$;
