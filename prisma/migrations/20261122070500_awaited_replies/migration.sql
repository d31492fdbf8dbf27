-- Matches that wait for a reply, as counts by asking and asked country: leadership reads no match and no request, and still sees
-- from whom a reply is owed and since when. Reaches what the caller's totals reach.
CREATE FUNCTION app.awaited_replies(operations uuid[]) RETURNS TABLE (operation_id uuid, country_code text, asked_country text, waiting int, since timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE
  roles text[] := '{programme_manager,reviewer,liaison,leadership}';
  everything boolean := app.all_of(roles);
  countries text[] := app.countries_of(roles);
  mine uuid[] := app.operations_of(roles);
  pairs text[] := app.pairs_of(roles);
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  RETURN QUERY SELECT m.operation_id, m.country_code::text, c.asked_country::text, count(*)::int, min(c.asked_at)
    FROM public.match m JOIN public.confirmation_request c ON c.id = m.confirmation_request_id
    WHERE m.operation_id = ANY (operations) AND m.state = 'confirmation_requested'
      AND (everything OR m.country_code = ANY (countries) OR m.operation_id = ANY (mine) OR (m.country_code || ':' || m.operation_id::text) = ANY (pairs))
    GROUP BY 1, 2, 3;
END $$;
REVOKE ALL ON FUNCTION app.awaited_replies(uuid[]) FROM PUBLIC;
