import { PERMISSIONS } from "#access/permissions.ts";

/** Doors for people who are not signed in yet; a new one is a decision, so it is named here. */
export const DOORS = ["door:link", "door:redeem", "door:forgotten", "door:about"];

type Procedure = { _def: { type: string; meta?: unknown; inputs?: readonly unknown[] } };
export type AnyRouter = { _def: { procedures: Record<string, unknown> } };

const permissionOf = (procedure: Procedure): unknown =>
  (procedure._def.meta as { permission?: unknown } | undefined)?.permission;

/** Every procedure by its path, `matches.record`. */
export const proceduresOf = (router: AnyRouter): [string, Procedure][] =>
  Object.entries(router._def.procedures) as [string, Procedure][];

/** Permissions that at least one procedure of this router asks for. */
export const permissionsAsked = (router: AnyRouter): Set<unknown> =>
  new Set(proceduresOf(router).map(([, procedure]) => permissionOf(procedure)));

/** Procedures that name no permission, or one that is neither in the role table nor a known door. */
export function permissionFaults(router: AnyRouter): string[] {
  const procedures = proceduresOf(router);
  if (procedures.length === 0) return ["no procedure was read"];
  return procedures.flatMap(([path, procedure]) => {
    const permission = permissionOf(procedure);
    if (typeof permission !== "string") return [`${path}: no permission`];
    const known = Object.hasOwn(PERMISSIONS, permission) || DOORS.includes(permission);
    return known ? [] : [`${path}: unknown permission ${permission}`];
  });
}
