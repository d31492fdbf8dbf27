-- AlterTable
ALTER TABLE "source" ADD COLUMN     "entered_at" TIMESTAMPTZ(3),
ADD COLUMN     "entered_by_id" UUID;

-- CreateTable
CREATE TABLE "figure_choice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "operation_id" UUID NOT NULL,
    "figure_set_id" UUID NOT NULL,
    "figure_id" UUID,
    "reason" TEXT NOT NULL,
    "chosen_by_id" UUID NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_choice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "figure_choice_figure_set_id_idx" ON "figure_choice"("figure_set_id");

-- AddForeignKey
ALTER TABLE "figure_choice" ADD CONSTRAINT "figure_choice_figure_set_id_operation_id_fkey" FOREIGN KEY ("figure_set_id", "operation_id") REFERENCES "figure_set"("id", "operation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Beyond what the models say ──────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE figure_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_choice FORCE ROW LEVEL SECURITY;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_maintenance ON figure_choice TO %I USING (current_setting(''app.maintenance'', true) = ''on'') WITH CHECK (current_setting(''app.maintenance'', true) = ''on'')', current_user);
END $$;
-- Written by the trigger below alone: no policy lets anyone else in.
CREATE POLICY reads ON figure_choice FOR SELECT USING (operation_id = ANY ((SELECT app.my_operations())::uuid[]));

-- Which claim is of record, and why, is kept for every choice that was ever made.
CREATE FUNCTION app.keep_choice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  INSERT INTO public.figure_choice (operation_id, figure_set_id, figure_id, reason, chosen_by_id, chosen_at)
  VALUES (NEW.operation_id, NEW.id, NEW.record_figure_id, NEW.record_reason, NEW.record_by_id, NEW.record_at);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_first_choice AFTER INSERT ON figure_set FOR EACH ROW WHEN (NEW.record_at IS NOT NULL) EXECUTE FUNCTION app.keep_choice();
CREATE TRIGGER keep_choice AFTER UPDATE ON figure_set FOR EACH ROW
  WHEN (NEW.record_at IS NOT NULL AND NEW.record_at IS DISTINCT FROM OLD.record_at) EXECUTE FUNCTION app.keep_choice();
ALTER TABLE figure_set ADD CONSTRAINT record_has_a_reason CHECK (record_at IS NULL OR coalesce(length(trim(record_reason)), 0) > 0);

-- Choices that stand already.
DO $$ BEGIN
  PERFORM set_config('app.maintenance', 'on', true);
  INSERT INTO figure_choice (operation_id, figure_set_id, figure_id, reason, chosen_by_id, chosen_at)
    SELECT operation_id, id, record_figure_id, record_reason, record_by_id, record_at FROM figure_set WHERE record_at IS NOT NULL;
END $$;

-- Ranges and periods run forwards; a figure is no part of itself.
ALTER TABLE figure ADD CONSTRAINT range_in_order CHECK (low IS NULL OR high IS NULL OR low <= high);
ALTER TABLE figure ADD CONSTRAINT period_in_order CHECK (period_from IS NULL OR period_to IS NULL OR period_from <= period_to);
ALTER TABLE figure ADD CONSTRAINT not_part_of_itself CHECK (part_of_id IS DISTINCT FROM id);

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
