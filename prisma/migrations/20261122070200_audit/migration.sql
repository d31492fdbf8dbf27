-- One hash chain per country, one for the system and one for sign-in; the head is locked only when the events are written.
CREATE FUNCTION app.audit_bytes(e audit_event) RETURNS bytea LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  -- Length-prefixed, so that no two different events give the same bytes; a missing field differs from an empty one.
  SELECT string_agg(CASE WHEN f IS NULL THEN '\x00'::bytea ELSE '\x01'::bytea || int4send(octet_length(f)) || f END, ''::bytea ORDER BY n)
  FROM unnest(ARRAY[
    convert_to(e.chain, 'UTF8'), int8send(e.seq), timestamptz_send(e.at), uuid_send(e.actor_id), convert_to(e.action, 'UTF8'),
    convert_to(e.entity, 'UTF8'), uuid_send(e.entity_id), uuid_send(e.operation_id), int4send(e.version),
    convert_to(e.fields::text, 'UTF8'), convert_to(e.commitments::text, 'UTF8')]) WITH ORDINALITY AS x (f, n)
$$;

CREATE FUNCTION app.audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE h public.audit_head%ROWTYPE;
BEGIN
  INSERT INTO public.audit_head VALUES (NEW.chain, 0, '\x00') ON CONFLICT DO NOTHING;
  SELECT * INTO h FROM public.audit_head WHERE chain = NEW.chain FOR UPDATE;
  NEW.seq := h.seq + 1;
  NEW.prev_hash := h.hash;
  NEW.at := clock_timestamp();
  NEW.hash := sha256(h.hash || app.audit_bytes(NEW));
  UPDATE public.audit_head SET seq = NEW.seq, hash = NEW.hash WHERE chain = NEW.chain;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_chain BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION app.audit_chain();

-- What the trigger fills has placeholders, so that the writer names none of it.
ALTER TABLE audit_event ALTER COLUMN seq SET DEFAULT 0, ALTER COLUMN at SET DEFAULT clock_timestamp(),
  ALTER COLUMN prev_hash SET DEFAULT '\x', ALTER COLUMN hash SET DEFAULT '\x', ALTER COLUMN fields SET DEFAULT '{}';

CREATE FUNCTION app.audit_is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit.is_append_only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION app.audit_is_for_ever();

ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_maintenance ON audit_event TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
-- The chain of sign-in is written by the functions of the door alone.
CREATE POLICY writes ON audit_event FOR INSERT WITH CHECK (actor_id = (SELECT app.uid()) AND (chain = 'system' OR chain ~ '^[A-Z]{2}$'));
-- The history of what one may read; sign-in and assignments are the administrators'.
CREATE POLICY reads ON audit_event FOR SELECT USING (
  (SELECT app.has_role('{administrator}'))
  OR (entity <> 'person' AND chain = 'system' AND operation_id = ANY ((SELECT app.my_operations())::uuid[]))
  OR (SELECT app.all_of('{programme_manager,reviewer}')) AND chain NOT IN ('system', 'sign-in')
  OR (operation_id IS NOT NULL AND (
        chain = ANY ((SELECT app.countries_of('{programme_manager,reviewer,liaison}'))::text[])
        OR (chain NOT IN ('system', 'sign-in') AND operation_id = ANY ((SELECT app.operations_of('{programme_manager,reviewer,liaison}'))::uuid[]))
        OR (chain || ':' || operation_id::text) = ANY ((SELECT app.pairs_of('{programme_manager,reviewer,liaison}'))::text[]))));

-- Walks every chain; an empty result is a whole chain. Without an anchor kept elsewhere it cannot see a rewritten tail.
CREATE FUNCTION app.audit_verify() RETURNS TABLE (chain text, events bigint, first_bad bigint, head_agrees boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH walked AS (
    SELECT a.chain, a.seq,
      a.prev_hash = lag(a.hash, 1, '\x00'::bytea) OVER w AND row_number() OVER w = a.seq
        AND a.hash = sha256(a.prev_hash || app.audit_bytes(a)) AS good,
      a.hash
    FROM public.audit_event a WINDOW w AS (PARTITION BY a.chain ORDER BY a.seq)),
  ends AS (SELECT DISTINCT ON (w.chain) w.chain, w.seq, w.hash FROM walked w ORDER BY w.chain, w.seq DESC),
  counted AS (SELECT w.chain, count(*) AS events, min(w.seq) FILTER (WHERE NOT w.good) AS first_bad FROM walked w GROUP BY w.chain)
  SELECT coalesce(h.chain, c.chain), coalesce(c.events, 0), c.first_bad, coalesce(h.seq = e.seq AND h.hash = e.hash, coalesce(h.seq, 0) = 0 AND e.seq IS NULL)
  FROM public.audit_head h FULL JOIN counted c ON c.chain = h.chain LEFT JOIN ends e ON e.chain = coalesce(h.chain, c.chain)
$$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
