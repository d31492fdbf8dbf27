-- Access of an exercise never stands among real access; a point that is no longer used says why.
ALTER TABLE "access_point" ADD COLUMN "exercise" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "border_point" ADD COLUMN "retired_reason" TEXT;

DO $$
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  UPDATE access_point a SET exercise = true WHERE EXISTS (SELECT FROM operation o WHERE o.id = a.brought_by_operation_id AND o.exercise)
    OR (a.brought_by_operation_id IS NULL AND a.created_by_id IS NULL
        AND EXISTS (SELECT FROM deployment d JOIN operation o ON o.id = d.operation_id WHERE d.border_point_id = a.border_point_id AND o.exercise));
END $$;

ALTER TABLE border_point ADD CONSTRAINT retired_says_why CHECK ((retired_at IS NULL) = (retired_reason IS NULL));
ALTER TABLE border_point ADD CONSTRAINT place_is_whole CHECK ((latitude IS NULL) = (longitude IS NULL) AND coalesce(latitude, 0) BETWEEN -90 AND 90 AND coalesce(longitude, 0) BETWEEN -180 AND 180);
ALTER TABLE border_point ADD CONSTRAINT does_not_face_itself CHECK (facing_point_id IS DISTINCT FROM id);
ALTER TABLE access_status ADD CONSTRAINT withdrawn_says_why CHECK ((withdrawn_at IS NULL) = (reason IS NULL));

-- A status is a dated fact: what was entered stays; a mistake is withdrawn once, with its reason.
CREATE FUNCTION app.status_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL
     OR (to_jsonb(OLD) - 'withdrawn_at' - 'reason') <> (to_jsonb(NEW) - 'withdrawn_at' - 'reason') THEN
    RAISE EXCEPTION 'access.status_stays' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER status_stays BEFORE UPDATE ON access_status FOR EACH ROW EXECUTE FUNCTION app.status_stays();

-- A point is read and written by its country and by headquarters; others read it through the operations they may read. One country's
-- programme manager or administrator is not headquarters.
ALTER POLICY reads ON border_point USING (
  (SELECT app.all_of('{administrator,programme_manager,reviewer,liaison,leadership}'))
  OR country_code = ANY ((SELECT app.any_country('{administrator,programme_manager,reviewer,liaison,leadership}'))::text[])
  OR id = ANY ((SELECT app.my_points())::uuid[]));
ALTER POLICY writes ON border_point WITH CHECK (
  (SELECT app.all_of('{administrator,programme_manager,liaison}'))
  OR country_code = ANY ((SELECT app.any_country('{administrator,programme_manager,liaison}'))::text[]));
ALTER POLICY changes ON border_point USING (
  (SELECT app.all_of('{administrator,programme_manager,liaison}'))
  OR country_code = ANY ((SELECT app.any_country('{administrator,programme_manager,liaison}'))::text[]));
