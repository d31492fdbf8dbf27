-- One hint per transaction to whoever listens: what kind of thing changed, in which country and operation. Never a value: who may
-- read what has changed is decided when it is read again.
CREATE FUNCTION app.tell_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE hints jsonb;
BEGIN
  SELECT jsonb_agg(jsonb_build_array(h.entity, h.chain, h.operation_id)) INTO hints
    FROM (SELECT DISTINCT entity, chain, operation_id FROM new_rows WHERE chain <> 'sign-in' LIMIT 61) h;
  IF hints IS NULL THEN RETURN NULL; END IF;
  -- A notification holds less than 8,000 bytes: a large import says "much".
  PERFORM pg_notify('muster_changes', CASE WHEN jsonb_array_length(hints) > 60 THEN '"much"' ELSE hints::text END);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_changes AFTER INSERT ON audit_event REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tell_changes();
REVOKE ALL ON FUNCTION app.tell_changes() FROM PUBLIC;
