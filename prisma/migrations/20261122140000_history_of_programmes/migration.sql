-- As before; new: who plans reads the history of the programmes that all operations share.
ALTER POLICY reads ON audit_event USING (
  (SELECT app.has_role('{administrator}'))
  OR (entity <> 'person' AND chain = 'system' AND operation_id = ANY ((SELECT app.my_operations())::uuid[]))
  OR (entity = 'organisation' AND (SELECT app.has_role('{programme_manager,reviewer,liaison}')))
  OR (entity = 'programme' AND (SELECT app.has_role('{programme_manager}')))
  OR (entity = ANY ('{border_point,access_point,access_status,query_volume,training_session,attendance,training_evaluation}') AND chain NOT IN ('system', 'sign-in')
      AND ((SELECT app.all_of('{programme_manager,reviewer,liaison,leadership}')) OR chain = ANY ((SELECT app.any_country('{programme_manager,reviewer,liaison,leadership}'))::text[])))
  OR (SELECT app.all_of('{programme_manager,reviewer}')) AND chain NOT IN ('system', 'sign-in')
  OR (operation_id IS NOT NULL AND (
        chain = ANY ((SELECT app.countries_of('{programme_manager,reviewer,liaison}'))::text[])
        OR (chain NOT IN ('system', 'sign-in') AND operation_id = ANY ((SELECT app.operations_of('{programme_manager,reviewer,liaison}'))::uuid[]))
        OR (chain || ':' || operation_id::text) = ANY ((SELECT app.pairs_of('{programme_manager,reviewer,liaison}'))::text[]))));
