"use client";
import { createContext, useContext, type ReactNode } from "react";
import type { Permission } from "./permissions.ts";

const Held = createContext<ReadonlySet<Permission>>(new Set());

/** Gives the screens the signed-in person's permissions; the server asks the same table again at every call. */
export function CanProvider({ permissions, children }: { permissions: Permission[]; children: ReactNode }) {
  return <Held value={new Set(permissions)}>{children}</Held>;
}

export function useCan(): (permission: Permission) => boolean {
  const held = useContext(Held);
  return (permission) => held.has(permission);
}
