import { DAYS, POSTS, RETURNS_EACH } from "./shape.ts";

/** What a country sent in an operation is validated, or (in eight of a hundred) not yet. */
const VALIDATED = "pg_temp.chance(p.op * 10 + p.post / 10, 3, 100) < 92";
const PERSON = (kind: "liaison" | "reviewer") =>
  `(SELECT p.id FROM person p WHERE p.email = 'world.${kind}.' || lower(c.country_code) || '@muster.example')`;
const PEOPLE = `SELECT code AS country_code, ${PERSON("liaison")} AS liaison, ${PERSON("reviewer")} AS reviewer
   FROM (SELECT code, code AS country_code FROM world_country) c`;

export const RETURNS = [
  `CREATE TEMP TABLE world_person ON COMMIT DROP AS ${PEOPLE}`,
  `CREATE TEMP TABLE world_return ON COMMIT DROP AS
   SELECT n, pg_temp.id_of('005', n) AS id, p.deployment_id, p.operation_id, p.country_code, p.border_point_id, p.starts_on + (n % ${DAYS})::int AS local_date,
          ${VALIDATED} AS validated, w.liaison, w.reviewer
   FROM generate_series(0, $RETURNS$ - 1) n JOIN world_post p ON p.op = n / ${RETURNS_EACH} AND p.post = (n / ${DAYS}) % ${POSTS}
   JOIN world_person w ON w.country_code = p.country_code ORDER BY n`,
  `INSERT INTO daily_return (id, operation_id, country_code, deployment_id, border_point_id, local_date, kind, matches_stated, review, submitted_by_id,
                             submitted_at, validated_by_id, validated_at)
   SELECT id, operation_id, country_code, deployment_id, border_point_id, local_date, 'checks', 0, (CASE WHEN validated THEN 'validated' ELSE 'submitted' END)::review,
          liaison, local_date + 1, CASE WHEN validated THEN reviewer END, CASE WHEN validated THEN local_date + 2 END FROM world_return`,
  `INSERT INTO return_line (id, return_id, operation_id, country_code, border_point_id, local_date, database, unit, direction, count, basis, review)
   SELECT pg_temp.id_of('006', r.n * 12 + l), r.id, r.operation_id, r.country_code, r.border_point_id, r.local_date,
          (ARRAY['sltd', 'nominals', 'tdawn', 'smv', 'notices', 'fingerprints']::database[])[1 + (l % 6)::int],
          (ARRAY['documents', 'travellers', 'documents', 'vehicles', 'travellers', 'searches']::count_unit[])[1 + (l % 6)::int],
          (CASE WHEN l < 6 THEN 'entry' ELSE 'exit' END)::direction, pg_temp.chance(r.n * 12 + l, 4, 920), 'server_log',
          (CASE WHEN r.validated THEN 'validated' ELSE 'submitted' END)::review
   FROM world_return r CROSS JOIN generate_series(0, $LINES$ - 1) l`,
];

export const MATCHES = [
  `CREATE TEMP TABLE world_match ON COMMIT DROP AS
   SELECT n, pg_temp.id_of('007', n) AS id, p.deployment_id, p.operation_id, p.country_code, p.border_point_id, d.local_date, w.liaison, w.reviewer,
          d.local_date + make_interval(secs => pg_temp.chance(n, 7, 86400)) AS detected_at, ${VALIDATED} AS validated,
          row_number() OVER (PARTITION BY p.country_code ORDER BY n) AS number,
          (ARRAY['recorded', 'confirmation_requested', 'confirmed', 'confirmed', 'not_confirmed', 'closed', 'closed', 'no_reply']::match_state[])[1 + pg_temp.chance(n, 8, 8)] AS state,
          asked.code AS asked_country
   FROM generate_series(0, $MATCHES$ - 1) n JOIN world_country asked ON asked.place = pg_temp.chance(n, 9, 50)
   JOIN world_post p ON p.op = pg_temp.chance(n, 5, $OPERATIONS$) AND p.post = pg_temp.chance(n, 6, ${POSTS})
   CROSS JOIN LATERAL (SELECT p.starts_on + pg_temp.chance(n, 10, ${DAYS}) AS local_date) d
   JOIN world_person w ON w.country_code = p.country_code ORDER BY n`,
  `INSERT INTO confirmation_request (id, reference, asking_country, asked_country, exercise, database, document_type, record_status, asked_at, answer, answer_reason, answered_at, answer_channel)
   SELECT pg_temp.id_of('008', n), country_code || '-' || lpad(number::text, 4, '0'), country_code, asked_country, false, 'sltd', 'passport', 'stolen', detected_at,
          (CASE WHEN state IN ('confirmed', 'not_confirmed') THEN state::text END)::answer, (CASE WHEN state = 'not_confirmed' THEN 'data_error' END)::not_confirmed_reason,
          CASE WHEN state IN ('confirmed', 'not_confirmed') THEN detected_at + interval '3 hours' END,
          (CASE WHEN state IN ('confirmed', 'not_confirmed') THEN 'i247' END)::step_channel
   FROM world_match WHERE state <> 'recorded'`,
  `INSERT INTO match (id, reference, operation_id, country_code, deployment_id, border_point_id, detected_at, local_date, channel, database, document_type,
                      issuer, record_status, encounter_id, state, not_confirmed_reason, closed_reason, confirmed, answered_at, confirmation_request_id,
                      review, recorded_by_id, recorded_at, validated_by_id, validated_at)
   SELECT id, country_code || '-' || lpad(number::text, 4, '0'), operation_id, country_code, deployment_id, border_point_id, detected_at, local_date,
          'fixed', 'sltd', 'passport', (ARRAY['KEN', 'DNK', 'FRA', 'ITA', 'PER', 'NGA'])[1 + (n % 6)::int], 'stolen', id, state,
          (CASE WHEN state = 'not_confirmed' THEN 'data_error' END)::not_confirmed_reason, (CASE WHEN state = 'closed' THEN 'follow_up_done' END)::closed_reason,
          state IN ('confirmed', 'closed'), CASE WHEN state IN ('confirmed', 'not_confirmed', 'closed') THEN detected_at + interval '3 hours' END,
          CASE WHEN state <> 'recorded' THEN pg_temp.id_of('008', n) END, (CASE WHEN validated THEN 'validated' ELSE 'submitted' END)::review,
          liaison, detected_at, CASE WHEN validated THEN reviewer END, CASE WHEN validated THEN detected_at + interval '1 day' END
   FROM world_match`,
  `INSERT INTO match_event (id, match_id, operation_id, country_code, step, at, channel, by_id, recorded_at)
   SELECT pg_temp.id_of('009', n), id, operation_id, country_code, 'recorded', detected_at, 'muster', liaison, detected_at FROM world_match`,
  `INSERT INTO match_counter (country_code, last) SELECT country_code, max(number) FROM world_match GROUP BY 1
   ON CONFLICT (country_code) DO UPDATE SET last = EXCLUDED.last`,
  `INSERT INTO arrest (id, operation_id, country_code, border_point_id, local_date, count, offence, state, match_id, review, recorded_by_id, recorded_at,
                       validated_by_id, validated_at)
   SELECT pg_temp.id_of('00a', n), operation_id, country_code, border_point_id, local_date, 1 + (n % 3)::int, 'document_fraud', 'arrested', id,
          (CASE WHEN validated THEN 'validated' ELSE 'submitted' END)::review, liaison, detected_at, CASE WHEN validated THEN reviewer END,
          CASE WHEN validated THEN detected_at + interval '1 day' END
   FROM world_match WHERE n % 20 = 0`,
];
