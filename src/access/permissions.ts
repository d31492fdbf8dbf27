import type { Role } from "#generated/prisma/enums.ts";

/** Every permission, "noun:verb", with the roles that hold it: the one table, asked by the server and by the screens. */
export const PERMISSIONS = {
  // Everyone signed in, about themselves.
  "self:read": ["administrator", "programme_manager", "reviewer", "liaison", "leadership", "observer"],
  "self:write": ["administrator", "programme_manager", "reviewer", "liaison", "leadership", "observer"],
  "today:read": ["administrator", "programme_manager", "reviewer", "liaison", "leadership", "observer"],
  // Administration.
  "person:read": ["administrator"],
  "person:write": ["administrator"],
  "assignment:write": ["administrator"],
  "assignment:approve": ["administrator"],
  "invitation:write": ["administrator"],
  "setting:write": ["administrator"],
  // Plans and figures.
  "operation:read": ["programme_manager", "reviewer", "liaison", "leadership", "observer"],
  "operation:import": ["programme_manager"],
  "figure:read": ["programme_manager", "reviewer", "liaison", "leadership", "observer"],
  "figure:write": ["programme_manager"],
  "history:read": ["programme_manager", "reviewer", "liaison", "leadership"],
  // Totals.
  "total:read": ["programme_manager", "reviewer", "liaison", "leadership", "observer"],
  // Results.
  "return:read": ["programme_manager", "reviewer", "liaison", "leadership"],
  "return:open": ["programme_manager", "reviewer", "liaison"],
  "return:file": ["liaison"],
  "return:validate": ["reviewer"],
  "match:read": ["programme_manager", "reviewer", "liaison"],
  "match:record": ["liaison"],
  "match:validate": ["reviewer"],
  "outcome:record": ["liaison"],
  "confirmation:read": ["programme_manager", "reviewer", "liaison"],
  "confirmation:answer": ["liaison"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether any of these roles holds the permission. */
export function rolesHold(roles: readonly Role[], permission: Permission): boolean {
  const holders: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => holders.includes(role));
}

/** All permissions of these roles together. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => rolesHold(roles, permission));
}
