import { DAYS, POSTS, WORLD_HALF, WORLD_TWENTIETH } from "./shape.ts";

/** What the statements of the world have in common: ids and chance, both from the seed alone. */
export const TOOLS = `
  CREATE FUNCTION pg_temp.id_of(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT ('019a0000-0000-7000-8' || kind || '-' || lpad(to_hex(n), 12, '0'))::uuid $$;
  CREATE FUNCTION pg_temp.chance(n bigint, salt int, sides int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT (abs(hashint8extended(n * 64 + salt, current_setting('world.seed')::bigint) % sides))::int $$;
  CREATE TEMP TABLE world_country ON COMMIT DROP AS SELECT code, (place - 1)::int AS place FROM unnest($COUNTRIES$) WITH ORDINALITY AS c (code, place);
`;

export const GROUND = [
  `INSERT INTO border_point (id, code, country_code, name, kind, latitude, longitude, time_zone)
   SELECT pg_temp.id_of('001', c.place * 10 + p), 'W-' || c.code || '-' || lpad(p::text, 2, '0'), c.code, 'World ' || c.code || ' ' || p,
          (ARRAY['airport', 'seaport', 'land_crossing', 'rail', 'river']::border_point_kind[])[1 + p % 5],
          (pg_temp.chance(c.place * 10 + p, 1, 95000) - 35000) / 1000.0, (pg_temp.chance(c.place * 10 + p, 2, 270000) - 120000) / 1000.0, 'UTC'
   FROM world_country c CROSS JOIN generate_series(0, 9) p`,
  `INSERT INTO operation (id, slug, codename, edition, year, handling_mark, state, visibility, crime_areas, starts_on, ends_on, live_reason, created_at, created_by_id)
   SELECT pg_temp.id_of('002', o), 'world-' || lpad(o::text, 4, '0'), 'World ' || lpad(o::text, 4, '0'), 1, extract(year FROM s.starts_on), 'TLP:AMBER',
          (CASE WHEN s.open THEN 'live' ELSE 'closed' END)::operation_state, 'participants', '{}', s.starts_on,
          CASE WHEN NOT s.open THEN s.starts_on + ${DAYS - 1} END, CASE WHEN s.open THEN 'generated world' END, s.starts_on, $IMPORT$
   FROM generate_series(0, $OPERATIONS$ - 1) o
   CROSS JOIN LATERAL (SELECT CASE WHEN o = $OPERATIONS$ - 1 THEN '2026-09-01' ELSE '2024-01-01'::date + (o * 960 / $OPERATIONS$) END::date AS starts_on,
                              o = $OPERATIONS$ - 1 AS open) s`,
  `CREATE TEMP TABLE world_post ON COMMIT DROP AS
   SELECT o.o AS op, k.k * 10 + j.j AS post, pg_temp.id_of('003', o.o * ${POSTS} + k.k * 10 + j.j) AS deployment_id, pg_temp.id_of('002', o.o) AS operation_id,
          c.code AS country_code, pg_temp.id_of('001', c.place * 10 + j.j) AS border_point_id, p.starts_on, p.ends_on
   FROM generate_series(0, $OPERATIONS$ - 1) o (o) CROSS JOIN generate_series(0, 9) k (k) CROSS JOIN generate_series(0, 9) j (j)
   JOIN world_country c ON c.place = (o.o + k.k * 5) % 50 JOIN operation p ON p.id = pg_temp.id_of('002', o.o)`,
  `CREATE UNIQUE INDEX ON world_post (op, post)`,
  `ANALYZE world_post`,
  `INSERT INTO phase (id, operation_id, kind, starts_on, ends_on, position)
   SELECT pg_temp.id_of('004', op), operation_id, 'tactical', starts_on, ends_on, 1 FROM world_post WHERE post = 0`,
  `INSERT INTO participation (operation_id, country_code, role, state)
   SELECT DISTINCT p.operation_id, p.country_code, 'participating'::participation_role, o.state FROM world_post p JOIN operation o ON o.id = p.operation_id`,
  `INSERT INTO deployment (id, operation_id, country_code, border_point_id, starts_on, ends_on, returns_from, returns_to)
   SELECT deployment_id, operation_id, country_code, border_point_id, starts_on, ends_on, starts_on, ends_on FROM world_post`,
  `INSERT INTO programme (id, code, name, crime_areas, topics, databases, systems, sectors)
   SELECT pg_temp.id_of('00b', part), code, code, '{}', '{}', '{}', '{}', '{}' FROM (VALUES (2, '${WORLD_HALF}'), (20, '${WORLD_TWENTIETH}')) p (part, code)`,
  `INSERT INTO operation_programme (operation_id, programme_id, label)
   SELECT pg_temp.id_of('002', o), pg_temp.id_of('00b', part), 'World' FROM (VALUES (2), (20)) p (part)
   CROSS JOIN LATERAL generate_series(0, greatest(1, $OPERATIONS$ / part) - 1) o`,
];
