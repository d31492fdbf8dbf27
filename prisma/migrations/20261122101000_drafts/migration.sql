-- A draft is its planners' own: reviewers, leadership and observers of everything read an operation once it is planned.
ALTER POLICY reads ON operation USING (
  (SELECT app.all_of('{programme_manager}')) OR id = ANY ((SELECT app.my_operations())::uuid[])
  OR (state <> 'draft' AND (SELECT app.all_of('{reviewer,leadership,observer}'))));
