-- Who issued what was confirmed where, as counts: for headquarters and leadership. Leadership reads no match, so this function does,
-- and gives back neither a match nor an outcome.
CREATE INDEX match_corridor ON match (operation_id, local_date) WHERE confirmed AND issuer IS NOT NULL;

CREATE FUNCTION app.corridors(operations uuid[], country text, since date, until date)
RETURNS TABLE (border_point_id uuid, country_code text, issuer text, local_date date, validated bigint, preliminary bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE
  holders text[] := '{programme_manager,leadership}';
  reach_all boolean := app.all_of(holders);
  reach_countries text[] := app.countries_of(holders);
  reach_operations uuid[] := app.operations_of(holders);
  reach_pairs text[] := app.pairs_of(holders);
  readable uuid[] := app.my_operations();
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  RETURN QUERY
    SELECT m.border_point_id, m.country_code::text, m.issuer::text, m.local_date,
           count(*) FILTER (WHERE m.review = 'validated'), count(*) FILTER (WHERE m.review <> 'validated')
    FROM public.match m
    WHERE m.confirmed AND m.issuer IS NOT NULL AND m.closed_reason IS DISTINCT FROM 'test_record_voided'
      AND m.operation_id = ANY (operations) AND m.operation_id = ANY (readable)
      AND (country IS NULL OR m.country_code = country)
      AND (since IS NULL OR m.local_date >= since) AND (until IS NULL OR m.local_date <= until)
      AND (reach_all OR m.country_code = ANY (reach_countries) OR m.operation_id = ANY (reach_operations)
           OR (m.country_code || ':' || m.operation_id::text) = ANY (reach_pairs))
    GROUP BY 1, 2, 3, 4;
END $$;
REVOKE ALL ON FUNCTION app.corridors(uuid[], text, date, date) FROM PUBLIC;
