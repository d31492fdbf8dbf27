-- CreateEnum
CREATE TYPE "evaluation_kind" AS ENUM ('pre_test', 'post_test', 'reaction');

-- AlterTable
ALTER TABLE "access_point" ADD COLUMN     "created_at" TIMESTAMPTZ(3),
ADD COLUMN     "created_by_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "access_status" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3),
ADD COLUMN     "recorded_by_id" UUID,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "arrest" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "supersedes_id" UUID,
ADD COLUMN     "validated_on_behalf" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "attendance" DROP CONSTRAINT "attendance_pkey",
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "local_date" DATE,
ADD COLUMN     "operation_id" UUID,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3),
ADD COLUMN     "recorded_by_id" UUID,
ADD COLUMN     "review" "review" NOT NULL DEFAULT 'submitted',
ADD COLUMN     "superseded_at" TIMESTAMPTZ(3),
ADD COLUMN     "supersedes_id" UUID,
ADD COLUMN     "validated_at" TIMESTAMPTZ(3),
ADD COLUMN     "validated_by_id" UUID,
ADD COLUMN     "validated_on_behalf" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "attendance_pkey" PRIMARY KEY ("id");

-- AlterTable
ALTER TABLE "border_point" ADD COLUMN     "retired_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "figure" ADD COLUMN     "entered_at" TIMESTAMPTZ(3),
ADD COLUMN     "entered_by_id" UUID,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "superseded_at" TIMESTAMPTZ(3),
ADD COLUMN     "supersedes_id" UUID;

-- AlterTable
ALTER TABLE "operation" ADD COLUMN     "state_reason" TEXT;

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "retired_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "outcome" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "supersedes_id" UUID,
ADD COLUMN     "validated_on_behalf" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "people_outcome" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "supersedes_id" UUID,
ADD COLUMN     "validated_on_behalf" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "query_volume" DROP CONSTRAINT "query_volume_pkey",
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3),
ADD COLUMN     "recorded_by_id" UUID,
ADD COLUMN     "superseded_at" TIMESTAMPTZ(3),
ADD COLUMN     "supersedes_id" UUID,
ADD CONSTRAINT "query_volume_pkey" PRIMARY KEY ("id");

-- AlterTable
ALTER TABLE "review_remark" ADD COLUMN     "result_id" UUID,
ADD COLUMN     "result_kind" TEXT;

-- AlterTable
ALTER TABLE "seizure" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "supersedes_id" UUID,
ADD COLUMN     "validated_on_behalf" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "source" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "training_session" ADD COLUMN     "created_at" TIMESTAMPTZ(3),
ADD COLUMN     "created_by_id" UUID,
ADD COLUMN     "state_reason" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arrest_status" (
    "id" UUID NOT NULL,
    "arrest_id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "state" "arrest_state" NOT NULL,
    "count" INTEGER NOT NULL,
    "on_date" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "arrest_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_evaluation" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "country_code" VARCHAR(2) NOT NULL,
    "kind" "evaluation_kind" NOT NULL,
    "mean" DECIMAL(6,2) NOT NULL,
    "out_of" INTEGER NOT NULL,
    "responses" INTEGER NOT NULL,
    "asked" INTEGER,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3),
    "supersedes_id" UUID,
    "reason" TEXT,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "training_evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_person_id_page_name_key" ON "saved_view"("person_id", "page", "name");

-- CreateIndex
CREATE INDEX "arrest_status_arrest_id_idx" ON "arrest_status"("arrest_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_evaluation_supersedes_id_key" ON "training_evaluation"("supersedes_id");

-- CreateIndex
CREATE INDEX "training_evaluation_session_id_idx" ON "training_evaluation"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "arrest_supersedes_id_key" ON "arrest"("supersedes_id");

-- CreateIndex
CREATE UNIQUE INDEX "arrest_id_operation_id_country_code_key" ON "arrest"("id", "operation_id", "country_code");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_supersedes_id_key" ON "attendance"("supersedes_id");

-- CreateIndex
CREATE INDEX "attendance_session_id_idx" ON "attendance"("session_id");

-- CreateIndex
CREATE INDEX "attendance_operation_id_country_code_local_date_idx" ON "attendance"("operation_id", "country_code", "local_date");

-- CreateIndex
CREATE UNIQUE INDEX "figure_supersedes_id_key" ON "figure"("supersedes_id");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_supersedes_id_key" ON "outcome"("supersedes_id");

-- CreateIndex
CREATE UNIQUE INDEX "people_outcome_supersedes_id_key" ON "people_outcome"("supersedes_id");

-- CreateIndex
CREATE UNIQUE INDEX "query_volume_supersedes_id_key" ON "query_volume"("supersedes_id");

-- CreateIndex
CREATE INDEX "query_volume_access_point_id_month_idx" ON "query_volume"("access_point_id", "month");

-- CreateIndex
CREATE INDEX "review_remark_result_id_idx" ON "review_remark"("result_id");

-- CreateIndex
CREATE UNIQUE INDEX "seizure_supersedes_id_key" ON "seizure"("supersedes_id");

-- AddForeignKey
ALTER TABLE "arrest_status" ADD CONSTRAINT "arrest_status_arrest_id_operation_id_country_code_fkey" FOREIGN KEY ("arrest_id", "operation_id", "country_code") REFERENCES "arrest"("id", "operation_id", "country_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_evaluation" ADD CONSTRAINT "training_evaluation_session_id_country_code_fkey" FOREIGN KEY ("session_id", "country_code") REFERENCES "training_session"("id", "country_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Beyond what the models say ──────────────────────────────────────────────────────────────────────────────────────
-- One current row for one question; what was corrected stays readable.
CREATE UNIQUE INDEX attendance_one_current ON attendance (session_id, organisation_id) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX training_evaluation_one_current ON training_evaluation (session_id, kind) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX query_volume_one_current ON query_volume (access_point_id, database, month, source) WHERE superseded_at IS NULL;

ALTER TABLE attendance ADD CONSTRAINT counts_in_range CHECK (coalesce(invited, 0) BETWEEN 0 AND 1000000 AND coalesce(attended, 0) BETWEEN 0 AND 1000000
  AND coalesce(certified, 0) BETWEEN 0 AND coalesce(attended, 1000000) AND coalesce(women, 0) BETWEEN 0 AND coalesce(attended, 1000000));
ALTER TABLE attendance ADD CONSTRAINT four_eyes CHECK (validated_by_id IS DISTINCT FROM recorded_by_id OR validated_by_id IS NULL);
ALTER TABLE attendance ADD CONSTRAINT validated_by_someone CHECK ((review = 'validated') = (validated_by_id IS NOT NULL AND validated_at IS NOT NULL));
ALTER TABLE training_evaluation ADD CONSTRAINT responses_in_range CHECK (responses BETWEEN 0 AND 1000000 AND out_of BETWEEN 1 AND 1000 AND mean BETWEEN 0 AND out_of AND (asked IS NULL OR asked >= responses));
ALTER TABLE query_volume ADD CONSTRAINT count_in_range CHECK (count IS NULL OR count >= 0);
ALTER TABLE query_volume ADD CONSTRAINT month_is_its_first_day CHECK (extract(day FROM month) = 1);
ALTER TABLE arrest_status ADD CONSTRAINT count_in_range CHECK (count BETWEEN 1 AND 1000000);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['outcome', 'arrest', 'people_outcome', 'seizure', 'attendance', 'training_evaluation', 'query_volume', 'figure'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT superseding_has_a_reason CHECK (supersedes_id IS NULL OR length(trim(reason)) > 0)', t);
  END LOOP;
END $$;

-- A later state of the arrested names no more people than were arrested.
CREATE FUNCTION app.status_within_arrest() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  IF NEW.count > (SELECT a.count FROM public.arrest a WHERE a.id = NEW.arrest_id) THEN
    RAISE EXCEPTION 'arrest.more_than_arrested' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER status_within_arrest BEFORE INSERT ON arrest_status FOR EACH ROW EXECUTE FUNCTION app.status_within_arrest();

-- Attendance that stands already belongs to the operation of its session and counts on its last day.
DO $$
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  UPDATE attendance a SET operation_id = s.operation_id, local_date = s.ends_on FROM training_session s WHERE s.id = a.session_id;
END $$;

-- ── Who may see and write ───────────────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE
  t text;
  reach text := '((SELECT app.all_of(%1$L)) OR country_code = ANY ((SELECT app.countries_of(%1$L))::text[])'
             || ' OR operation_id = ANY ((SELECT app.operations_of(%1$L))::uuid[])'
             || ' OR (country_code || '':'' || operation_id::text) = ANY ((SELECT app.pairs_of(%1$L))::text[]))';
  country_reach text := '((SELECT app.all_of(%1$L)) OR country_code = ANY ((SELECT app.any_country(%1$L))::text[]))';
BEGIN
  FOREACH t IN ARRAY ARRAY['arrest_status', 'training_evaluation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_maintenance ON %I TO %I USING (current_setting(''app.maintenance'', true) = ''on'') WITH CHECK (current_setting(''app.maintenance'', true) = ''on'')', t, current_user);
  END LOOP;
  EXECUTE format('CREATE POLICY reads ON arrest_status FOR SELECT USING (%s)', format(reach, '{programme_manager,reviewer,liaison}'));
  EXECUTE format('CREATE POLICY writes ON arrest_status FOR INSERT WITH CHECK (%s)', format(reach, '{liaison}'));
  EXECUTE format('CREATE POLICY changes ON arrest_status FOR UPDATE USING (%s)', format(reach, '{liaison}'));
  EXECUTE format('CREATE POLICY reads ON training_evaluation FOR SELECT USING (%s)', format(country_reach, '{programme_manager,reviewer,liaison,leadership}'));
  EXECUTE format('CREATE POLICY writes ON training_evaluation FOR INSERT WITH CHECK (%s)', format(country_reach, '{programme_manager,liaison}'));
  EXECUTE format('CREATE POLICY changes ON training_evaluation FOR UPDATE USING (%s)', format(country_reach, '{programme_manager,liaison}'));
  -- A country's reviewer validates attendance as every other result.
  EXECUTE format('ALTER POLICY changes ON attendance USING (%s)', format(country_reach, '{programme_manager,reviewer,liaison}'));
  -- What was connected at a country's own points is entered by its liaison or by headquarters.
  FOREACH t IN ARRAY ARRAY['access_point', 'access_status', 'query_volume'] LOOP
    EXECUTE format('ALTER POLICY writes ON %I WITH CHECK (%s)', t, format(country_reach, '{programme_manager,liaison}'));
    EXECUTE format('ALTER POLICY changes ON %I USING (%s)', t, format(country_reach, '{programme_manager,liaison}'));
  END LOOP;
  ALTER POLICY writes ON border_point WITH CHECK (
    (SELECT app.has_role('{administrator,programme_manager}')) OR country_code = ANY ((SELECT app.any_country('{liaison}'))::text[]));
  ALTER POLICY changes ON border_point USING (
    (SELECT app.has_role('{administrator,programme_manager}')) OR country_code = ANY ((SELECT app.any_country('{liaison}'))::text[]));
  FOREACH t IN ARRAY ARRAY['training_point', 'training_trainer'] LOOP
    EXECUTE format('CREATE POLICY removes ON %I FOR DELETE USING ((SELECT app.has_role(''{programme_manager}'')) AND EXISTS (SELECT FROM training_session s WHERE s.id = session_id))', t);
  END LOOP;
  ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
  CREATE POLICY reads ON saved_view FOR SELECT USING (person_id = (SELECT app.uid()));
  CREATE POLICY writes ON saved_view FOR INSERT WITH CHECK (person_id = (SELECT app.uid()));
  CREATE POLICY changes ON saved_view FOR UPDATE USING (person_id = (SELECT app.uid()));
  CREATE POLICY removes ON saved_view FOR DELETE USING (person_id = (SELECT app.uid()));
END $$;

CREATE TRIGGER guard_entry BEFORE INSERT ON attendance FOR EACH ROW EXECUTE FUNCTION app.guard_entry();

-- Law 8 as before; new: a row without an operation is nobody's by accident, and the reason of a withdrawal is written once.
CREATE OR REPLACE FUNCTION app.guard_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before jsonb := to_jsonb(OLD); after jsonb := to_jsonb(NEW); free text[] := TG_ARGV::text[]; k text;
BEGIN
  IF current_setting('app.maintenance', true) = 'on' AND app.uid() IS NULL THEN RETURN NEW; END IF;
  IF (before ->> 'submitted_by_id', before ->> 'recorded_by_id') IS DISTINCT FROM (after ->> 'submitted_by_id', after ->> 'recorded_by_id')
     OR (OLD.review <> 'validated' AND coalesce(after ->> 'validated_by_id', app.uid()::text) IS DISTINCT FROM app.uid()::text) THEN
    RAISE EXCEPTION 'row.not_in_your_name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.review = 'validated' THEN
    IF before ->> 'reason' IS DISTINCT FROM after ->> 'reason' AND (before ->> 'superseded_at' IS NOT NULL OR after ->> 'superseded_at' IS NULL) THEN
      RAISE EXCEPTION 'row.validated_is_fixed' USING ERRCODE = 'check_violation';
    END IF;
    FOREACH k IN ARRAY free LOOP before := before - k; after := after - k; END LOOP;
    IF before <> after THEN RAISE EXCEPTION 'row.validated_is_fixed' USING ERRCODE = 'check_violation'; END IF;
  ELSIF NEW.review = 'validated' AND NOT coalesce(
      app.all_of('{reviewer}') OR NEW.country_code = ANY (app.countries_of('{reviewer}')) OR NEW.operation_id = ANY (app.operations_of('{reviewer}'))
      OR (NEW.country_code || ':' || NEW.operation_id::text) = ANY (app.pairs_of('{reviewer}')), false) THEN
    RAISE EXCEPTION 'row.not_the_reviewer' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_review BEFORE UPDATE ON attendance FOR EACH ROW EXECUTE FUNCTION app.guard_review('superseded_at', 'version', 'reason');
DROP TRIGGER guard_review ON outcome;
DROP TRIGGER guard_review ON arrest;
DROP TRIGGER guard_review ON people_outcome;
DROP TRIGGER guard_review ON seizure;
CREATE TRIGGER guard_review BEFORE UPDATE ON outcome FOR EACH ROW EXECUTE FUNCTION app.guard_review('superseded_at', 'reason');
CREATE TRIGGER guard_review BEFORE UPDATE ON arrest FOR EACH ROW EXECUTE FUNCTION app.guard_review('superseded_at', 'state', 'version', 'reason');
CREATE TRIGGER guard_review BEFORE UPDATE ON people_outcome FOR EACH ROW EXECUTE FUNCTION app.guard_review('superseded_at', 'version', 'reason');
CREATE TRIGGER guard_review BEFORE UPDATE ON seizure FOR EACH ROW EXECUTE FUNCTION app.guard_review('superseded_at', 'version', 'reason');

-- What no longer counts was replaced by another row, or withdrawn with a reason of its own.
CREATE FUNCTION app.superseding_is_said() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE replaced boolean;
BEGIN
  IF app.uid() IS NULL THEN RETURN NULL; END IF;
  EXECUTE format('SELECT EXISTS (SELECT FROM public.%I r WHERE r.supersedes_id = $1)', TG_TABLE_NAME) INTO replaced USING NEW.id;
  IF NOT replaced AND coalesce(length(trim(NEW.reason)), 0) = 0 THEN
    RAISE EXCEPTION 'row.superseded_by_nothing' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['outcome', 'arrest', 'people_outcome', 'seizure', 'attendance', 'training_evaluation', 'query_volume', 'figure'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER superseding_is_said AFTER UPDATE OF superseded_at ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (NEW.superseded_at IS NOT NULL) EXECUTE FUNCTION app.superseding_is_said()', t);
  END LOOP;
END $$;

-- ── People trained enter the totals ─────────────────────────────────────────────────────────────────────────────────
CREATE OR REPLACE FUNCTION app.worth(fact text, source text) RETURNS text LANGUAGE sql IMMUTABLE AS $fn$
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
    WHEN 'attendance' THEN $$
      SELECT operation_id, NULL::uuid, country_code, local_date, 'people_trained'::public.measure, 'people'::text, ''::text, review = 'validated', attended::numeric
      FROM %1$s WHERE operation_id IS NOT NULL AND local_date IS NOT NULL AND superseded_at IS NULL AND attended > 0 $$
  END, source)
$fn$;

DO $$
DECLARE
  moves text; op text; body text;
  fold text := $q$
    WITH delta AS MATERIALIZED (%s)
    INSERT INTO public.daily_total AS t (operation_id, country_code, local_date, measure, unit, database, validated, total)
    SELECT operation_id, country_code, local_date, measure, unit, database, validated, sum(amount) FROM delta
    GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(amount) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7
    ON CONFLICT (operation_id, country_code, local_date, measure, unit, database, validated) DO UPDATE SET total = t.total + EXCLUDED.total $q$;
BEGIN
  FOREACH op IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
    moves := concat_ws(' UNION ALL ',
      CASE WHEN op <> 'DELETE' THEN format('SELECT * FROM (%s) n', app.worth('attendance', 'new_rows')) END,
      CASE WHEN op <> 'INSERT' THEN format('SELECT operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, -amount FROM (%s) o (operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, amount)', app.worth('attendance', 'old_rows')) END);
    moves := format('SELECT * FROM (%s) d (operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, amount)', moves);
    body := format(fold, moves);
    EXECUTE format('CREATE FUNCTION app.total_attendance_%s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS %L',
      lower(op), 'BEGIN ' || body || '; RETURN NULL; END');
    EXECUTE format('CREATE TRIGGER total_%1$s AFTER %2$s ON attendance REFERENCING %3$s FOR EACH STATEMENT EXECUTE FUNCTION app.total_attendance_%1$s()',
      lower(op), op,
      CASE op WHEN 'INSERT' THEN 'NEW TABLE AS new_rows' WHEN 'DELETE' THEN 'OLD TABLE AS old_rows' ELSE 'OLD TABLE AS old_rows NEW TABLE AS new_rows' END);
  END LOOP;
  SELECT string_agg(format('SELECT operation_id, border_point_id, country_code::text, local_date, measure, unit, database, validated, amount FROM (%s) f (operation_id, border_point_id, country_code, local_date, measure, unit, database, validated, amount)', app.worth(f, 'public.' || f)), ' UNION ALL ') INTO body
    FROM unnest(ARRAY['return_line', 'match', 'outcome', 'arrest', 'people_outcome', 'seizure', 'attendance']) f;
  EXECUTE format('CREATE OR REPLACE FUNCTION app.recount() RETURNS TABLE (operation_id uuid, border_point_id uuid, country_code text, local_date date, measure public.measure, unit text, database text, validated boolean, amount numeric)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS %L',
    '#variable_conflict use_column' || chr(10) || 'BEGIN PERFORM set_config(''app.maintenance'', ''on'', true); RETURN QUERY ' || body || '; END');
  -- Attendance that stands already.
  PERFORM set_config('app.maintenance', 'on', true);
  INSERT INTO daily_total AS t (operation_id, country_code, local_date, measure, unit, database, validated, total)
    SELECT operation_id, country_code, local_date, 'people_trained', 'people', '', review = 'validated', sum(attended) FROM attendance
    WHERE operation_id IS NOT NULL AND local_date IS NOT NULL AND superseded_at IS NULL AND attended > 0 GROUP BY 1, 2, 3, 7
    ON CONFLICT (operation_id, country_code, local_date, measure, unit, database, validated) DO UPDATE SET total = t.total + EXCLUDED.total;
END $$;

-- ── What the runtime role may do ────────────────────────────────────────────────────────────────────────────────────
CREATE OR REPLACE FUNCTION app.grant_runtime(runtime text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE t record;
BEGIN
  -- Every policy but the owner's own binds the runtime role alone: a helper that reads as the owner must not meet the policy that called it.
  FOR t IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' AND policyname <> 'owner_maintenance' LOOP
    EXECUTE format('ALTER POLICY %I ON %I TO %I', t.policyname, t.tablename, runtime);
  END LOOP;
  EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %I', runtime);
  EXECUTE format('GRANT USAGE ON SCHEMA public, app, auth TO %I', runtime);
  EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app, auth TO %I', runtime);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION app.grant_runtime(text), app.open_session_for(uuid, interval), app.rebuild_totals(), app.recount(), app.total_differences(), app.worth(text, text), app.audit_verify() FROM %I', runtime);
  FOR t IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND c.relname NOT IN ('_prisma_migrations', 'person', 'session', 'assignment', 'invitation', 'sign_in_counter', 'match_counter', 'daily_total', 'point_total', 'audit_event', 'audit_head', 'confirmation_request') LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO %I', t.relname, runtime);
  END LOOP;
  EXECUTE format('GRANT DELETE ON operation_programme, operation_remark, operation_organisation, phase, phase_country, published_date, participation, deployment, source, figure, figure_set, training_point, training_trainer, saved_view TO %I', runtime);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE (answer, answer_reason, answered_at, answer_channel, version) ON confirmation_request TO %I', runtime);
  EXECUTE format('GRANT SELECT ON daily_total, point_total, audit_event TO %I', runtime);
  EXECUTE format('GRANT INSERT (chain, actor_id, action, entity, entity_id, operation_id, version, fields, commitments) ON audit_event TO %I', runtime);
  EXECUTE format('GRANT SELECT (id, email, name, kind, locale, scheme, disabled_at, created_at, version), UPDATE (name, locale, scheme, disabled_at, version) ON person TO %I', runtime);
  EXECUTE format('GRANT SELECT (id, person_id, created_at, last_seen_at, expires_at, revoked_at, user_agent, address), UPDATE (revoked_at) ON session TO %I', runtime);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE (approved_by_id, approved_at, revoked_at, revoked_by_id) ON assignment TO %I', runtime);
  EXECUTE format('GRANT SELECT (id, purpose, email, name, locale, assignments, created_by_id, created_at, expires_at, redeemed_at, withdrawn_at), INSERT, UPDATE (withdrawn_at) ON invitation TO %I', runtime);
END $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
