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
  "audit:read": ["administrator"],
  // The desk itself: finding a page, views kept under a name, hints that something changed.
  "search:read": ["administrator", "programme_manager", "reviewer", "liaison", "leadership", "observer"],
  "live:listen": ["administrator", "programme_manager", "reviewer", "liaison", "leadership", "observer"],
  // Reference data.
  "organisation:read": ["administrator", "programme_manager", "reviewer", "liaison"],
  "organisation:write": ["administrator", "programme_manager"],
  "point:read": ["administrator", "programme_manager", "reviewer", "liaison", "leadership"],
  "point:write": ["administrator", "programme_manager", "liaison"],
  // Gaps are more sensitive than counts: the owner and headquarters.
  "access:read": ["programme_manager", "reviewer", "liaison", "leadership"],
  "access:write": ["programme_manager", "liaison"],
  // Plans and figures.
  "operation:read": ["programme_manager", "reviewer", "liaison", "leadership", "observer"],
  "operation:import": ["programme_manager"],
  "operation:write": ["programme_manager"],
  "training:read": ["programme_manager", "reviewer", "liaison", "leadership"],
  "training:write": ["programme_manager"],
  "attendance:record": ["programme_manager", "liaison"],
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
  "outcome:read": ["programme_manager", "reviewer", "liaison"],
  "outcome:record": ["liaison"],
  "outcome:validate": ["reviewer"],
  // Who issued what was found where, as counts of confirmed matches: headquarters and leadership.
  "corridor:read": ["programme_manager", "leadership"],
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
