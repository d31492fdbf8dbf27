-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "retired_reason" TEXT;

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE INDEX "audit_event_operation_id_at_idx" ON "audit_event"("operation_id", "at");

-- ── Beyond what the models say ──────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE organisation ADD CONSTRAINT retiring_has_a_reason CHECK ((retired_at IS NULL) = (coalesce(length(trim(retired_reason)), 0) = 0));

-- How far each chain has come, for administrators: what an anchor holds.
CREATE FUNCTION app.audit_heads() RETURNS TABLE (chain text, seq bigint, hash text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT h.chain, h.seq, encode(h.hash, 'hex') FROM public.audit_head h WHERE app.has_role('{administrator}') ORDER BY h.chain
$$;

-- Walks every chain for an administrator, one walk at a time in the whole database; the caller sets the time it may take.
CREATE FUNCTION app.audit_state() RETURNS TABLE (chain text, events bigint, first_bad bigint, head_agrees boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT app.has_role('{administrator}') THEN RETURN; END IF;
  IF NOT pg_try_advisory_xact_lock(727073002) THEN RAISE EXCEPTION 'audit.walk_under_way' USING ERRCODE = 'lock_not_available'; END IF;
  RETURN QUERY SELECT v.chain, v.events, v.first_bad, v.head_agrees FROM app.audit_verify() v ORDER BY v.chain;
END $$;

-- The history of what one may read: also of what belongs to a country but to no operation, and of shared organisations.
ALTER POLICY reads ON audit_event USING (
  (SELECT app.has_role('{administrator}'))
  OR (entity <> 'person' AND chain = 'system' AND operation_id = ANY ((SELECT app.my_operations())::uuid[]))
  OR (entity = 'organisation' AND (SELECT app.has_role('{programme_manager,reviewer,liaison}')))
  OR (entity = ANY ('{border_point,access_point,access_status,query_volume,training_session,attendance,training_evaluation}') AND chain NOT IN ('system', 'sign-in')
      AND ((SELECT app.all_of('{programme_manager,reviewer,liaison,leadership}')) OR chain = ANY ((SELECT app.any_country('{programme_manager,reviewer,liaison,leadership}'))::text[])))
  OR (SELECT app.all_of('{programme_manager,reviewer}')) AND chain NOT IN ('system', 'sign-in')
  OR (operation_id IS NOT NULL AND (
        chain = ANY ((SELECT app.countries_of('{programme_manager,reviewer,liaison}'))::text[])
        OR (chain NOT IN ('system', 'sign-in') AND operation_id = ANY ((SELECT app.operations_of('{programme_manager,reviewer,liaison}'))::uuid[]))
        OR (chain || ':' || operation_id::text) = ANY ((SELECT app.pairs_of('{programme_manager,reviewer,liaison}'))::text[]))));

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
