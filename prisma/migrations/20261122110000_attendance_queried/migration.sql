-- AlterTable
ALTER TABLE "attendance" ADD COLUMN     "queried_at" TIMESTAMPTZ(3),
ADD COLUMN     "queried_by_id" UUID,
ADD COLUMN     "question" TEXT;

-- A queried row keeps its question for good: the answer is a corrected version with its reason, so it is never validated itself.
ALTER TABLE attendance ADD CONSTRAINT queried_says_what CHECK ((review = 'queried') = (coalesce(length(trim(question)), 0) > 0 AND queried_by_id IS NOT NULL AND queried_at IS NOT NULL));

-- Only a reviewer of the row asks, once and in their own name.
CREATE FUNCTION app.guard_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.uid() IS NULL OR (OLD.question, OLD.queried_by_id, OLD.queried_at, OLD.review = 'queried')
      IS NOT DISTINCT FROM (NEW.question, NEW.queried_by_id, NEW.queried_at, NEW.review = 'queried') THEN
    RETURN NEW;
  END IF;
  IF OLD.review <> 'submitted' OR NEW.queried_by_id IS DISTINCT FROM app.uid() THEN
    RAISE EXCEPTION 'row.not_in_your_name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT coalesce(
      app.all_of('{reviewer}') OR NEW.country_code = ANY (app.countries_of('{reviewer}')) OR NEW.operation_id = ANY (app.operations_of('{reviewer}'))
      OR (NEW.country_code || ':' || NEW.operation_id::text) = ANY (app.pairs_of('{reviewer}')), false) THEN
    RAISE EXCEPTION 'row.not_the_reviewer' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_question BEFORE UPDATE ON attendance FOR EACH ROW EXECUTE FUNCTION app.guard_question();
REVOKE ALL ON FUNCTION app.guard_question() FROM PUBLIC;
