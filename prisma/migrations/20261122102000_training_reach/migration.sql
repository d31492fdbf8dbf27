-- Training and its attendance are reached like every result: country and operation of one assignment together. A session without
-- an operation is for those who reach its country in every operation.
DO $$
DECLARE
  t text;
  reach text := '((SELECT app.all_of(%1$L)) OR country_code = ANY ((SELECT app.countries_of(%1$L))::text[])'
             || ' OR operation_id = ANY ((SELECT app.operations_of(%1$L))::uuid[])'
             || ' OR (country_code || '':'' || operation_id::text) = ANY ((SELECT app.pairs_of(%1$L))::text[]))';
  of_session text := 'EXISTS (SELECT FROM training_session s WHERE s.id = session_id AND '
             || '((SELECT app.all_of(%1$L)) OR s.country_code = ANY ((SELECT app.countries_of(%1$L))::text[])'
             || ' OR s.operation_id = ANY ((SELECT app.operations_of(%1$L))::uuid[])'
             || ' OR (s.country_code || '':'' || s.operation_id::text) = ANY ((SELECT app.pairs_of(%1$L))::text[])))';
BEGIN
  EXECUTE format('ALTER POLICY reads ON training_session USING (%s OR (operation_id IS NOT NULL AND operation_id = ANY ((SELECT app.my_operations())::uuid[])))',
    format(reach, '{programme_manager,reviewer,liaison,leadership}'));
  EXECUTE format('ALTER POLICY writes ON training_session WITH CHECK (%s)', format(reach, '{programme_manager}'));
  EXECUTE format('ALTER POLICY changes ON training_session USING (%s)', format(reach, '{programme_manager}'));
  EXECUTE format('ALTER POLICY reads ON attendance USING (%s)', format(reach, '{programme_manager,reviewer,liaison,leadership}'));
  EXECUTE format('ALTER POLICY writes ON attendance WITH CHECK (%s)', format(reach, '{programme_manager,liaison}'));
  EXECUTE format('ALTER POLICY changes ON attendance USING (%s)', format(reach, '{programme_manager,reviewer,liaison}'));
  EXECUTE format('ALTER POLICY reads ON training_evaluation USING (%s)', format(of_session, '{programme_manager,reviewer,liaison,leadership}'));
  EXECUTE format('ALTER POLICY writes ON training_evaluation WITH CHECK (%s)', format(of_session, '{programme_manager,liaison}'));
  EXECUTE format('ALTER POLICY changes ON training_evaluation USING (%s)', format(of_session, '{programme_manager,liaison}'));
END $$;

-- Attendance belongs to the operation of its session, and counts on its last day once it was held: never by what a form says.
-- Recording waits for a session that is being changed, so that none is filed under yesterday's days.
CREATE FUNCTION app.attendance_of_its_session() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE of record;
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  IF TG_OP = 'INSERT' THEN
    SELECT s.operation_id, s.state, s.ends_on INTO of FROM public.training_session s WHERE s.id = NEW.session_id FOR SHARE;
  ELSE
    SELECT s.operation_id, s.state, s.ends_on INTO of FROM public.training_session s WHERE s.id = NEW.session_id;
  END IF;
  NEW.operation_id := of.operation_id;
  NEW.local_date := CASE WHEN of.state = 'held' THEN of.ends_on END;
  RETURN NEW;
END $$;
CREATE TRIGGER attendance_of_its_session BEFORE INSERT OR UPDATE ON attendance FOR EACH ROW EXECUTE FUNCTION app.attendance_of_its_session();

-- A session that is held, moved or given to another operation takes its attendance along; what is validated refuses to move.
CREATE FUNCTION app.attendance_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  UPDATE public.attendance SET version = version WHERE session_id = NEW.id AND superseded_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER attendance_follows AFTER UPDATE ON training_session FOR EACH ROW
  WHEN ((OLD.state, OLD.ends_on, OLD.operation_id) IS DISTINCT FROM (NEW.state, NEW.ends_on, NEW.operation_id))
  EXECUTE FUNCTION app.attendance_follows();

ALTER TABLE training_session ADD CONSTRAINT cancelled_has_a_reason CHECK (state <> 'cancelled' OR created_at IS NULL OR length(trim(state_reason)) > 0);
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
