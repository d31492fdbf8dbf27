import type pg from "pg";

/** What PostgreSQL itself says stands between a runtime role and the rows; each line is one fact. */
export async function readCatalogue(client: pg.Pool | pg.ClientBase): Promise<string[]> {
  const lines = await Promise.all([
    list(
      client,
      `SELECT format('table %s: row security %s', c.relname, CASE WHEN c.relforcerowsecurity THEN 'forced' WHEN c.relrowsecurity THEN 'enabled' ELSE 'OFF' END) AS line
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`,
    ),
    list(
      client,
      `SELECT format('view %s: %s', c.relname, coalesce(array_to_string(c.reloptions, ','), 'runs as its owner')) AS line
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('v', 'm')`,
    ),
    list(
      client,
      `SELECT format('policy %s on %s: %s for %s', policyname, tablename, cmd, array_to_string(roles, ',')) AS line
       FROM pg_policies WHERE schemaname = 'public'`,
    ),
    list(
      client,
      `SELECT format('function %s.%s(%s): %s, %s', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid),
         CASE WHEN p.prosecdef THEN 'as its owner' ELSE 'as the caller' END, coalesce(array_to_string(p.proconfig, ','), 'caller''s search path')) AS line
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('app', 'auth', 'public')`,
    ),
    list(
      client,
      `SELECT format('muster_app may %s %s', string_agg(lower(privilege_type), ', ' ORDER BY privilege_type), table_name) AS line
       FROM information_schema.role_table_grants WHERE grantee = 'muster_app' AND table_schema = 'public' GROUP BY table_name`,
    ),
    list(
      client,
      `SELECT format('muster_app may %s only columns %s of %s', lower(g.privilege_type), string_agg(g.column_name, ', ' ORDER BY g.column_name), g.table_name) AS line
       FROM information_schema.column_privileges g
       WHERE g.grantee = 'muster_app' AND g.table_schema = 'public' AND NOT EXISTS (
         SELECT FROM information_schema.role_table_grants t
         WHERE t.grantee = 'muster_app' AND t.table_schema = 'public' AND t.table_name = g.table_name AND t.privilege_type = g.privilege_type)
       GROUP BY g.table_name, g.privilege_type`,
    ),
    list(
      client,
      `SELECT format('muster_app runs %s.%s', n.nspname, p.proname) AS line
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname IN ('app', 'auth') AND has_function_privilege('muster_app', p.oid, 'EXECUTE')`,
    ),
  ]);
  return lines.flat();
}

async function list(client: pg.Pool | pg.ClientBase, sql: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(sql);
  return rows.map((row) => row.line).sort();
}

/** Tables that hold one country's rows: everything with a country_code, whatever else it is called. */
export async function faultsOf(client: pg.Pool | pg.ClientBase): Promise<string[]> {
  return [
    ...(await list(
      client,
      `SELECT format('%s is readable without row security', c.relname) AS line FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity
         AND has_any_column_privilege('muster_app', c.oid, 'SELECT')`,
    )),
    ...(await list(
      client,
      `SELECT format('%s holds a country''s rows and does not bind its owner', c.relname) AS line FROM pg_class c
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'country_code' AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relforcerowsecurity
         AND c.relname NOT IN ('daily_total', 'point_total', 'week_total', 'point_month_total', 'match_counter', 'country_alias', 'organisation')`,
    )),
    ...(await list(
      client,
      `SELECT format('%s shows rows with its owner''s rights', c.relname) AS line FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('v', 'm')
         AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)`,
    )),
    ...(await list(
      client,
      `SELECT format('%s.%s runs as its owner with a search path of the caller''s', n.nspname, p.proname) AS line
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE p.prosecdef AND n.nspname IN ('app', 'auth', 'public') AND NOT EXISTS (
         SELECT FROM unnest(p.proconfig) s WHERE s LIKE 'search_path=pg_catalog%')`,
    )),
    ...(await list(
      client,
      `SELECT format('%s.%s may be run by anyone', n.nspname, p.proname) AS line
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname IN ('app', 'auth') AND has_function_privilege('public', p.oid, 'EXECUTE')`,
    )),
    ...(await list(
      client,
      `SELECT format('muster_app may %s %s', lower(privilege_type), table_name) AS line
       FROM information_schema.role_table_grants WHERE grantee = 'muster_app' AND privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')`,
    )),
    ...(await list(
      client,
      `SELECT format('muster_app may read %s.%s', table_name, column_name) AS line FROM information_schema.column_privileges
       WHERE grantee = 'muster_app' AND privilege_type = 'SELECT' AND column_name IN ('password_hash', 'token_hash')`,
    )),
  ];
}
