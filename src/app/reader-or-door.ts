import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { caller, isRefusedWith } from "#trpc/server.tsx";

type Reader = Awaited<ReturnType<ReturnType<typeof caller>["people"]["me"]>>;

/** Whoever is signed in; everyone else is led to the door and, once through, back to where they wanted to go. */
export async function readerOrDoor(): Promise<Reader> {
  try {
    return await caller().people.me();
  } catch (error) {
    // Signed in, but no role is in effect yet.
    if (isRefusedWith(error, ["FORBIDDEN"])) redirect("/waiting");
    if (!isRefusedWith(error, ["UNAUTHORIZED"])) throw error;
  }
  const wanted = (await headers()).get("x-muster-path") ?? "/";
  redirect(wanted === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next: wanted })}`);
}
