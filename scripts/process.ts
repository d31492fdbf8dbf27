import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "..");

/** A mistake of the person at the keyboard: shown as one sentence, without a stack. */
export class Refusal extends Error {}

const running = new Set<ChildProcess>();

/** Starts the Node program `args[0]` of this project on this Node; it is known to `endChildren` while it runs. */
export function startNode(args: string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "inherit", ...options });
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/** The exit code of a child; 1 when a signal ended it. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** Runs a Node program of this project to its end; answers its exit code. */
export function runNode(args: string[], options: SpawnOptions = {}): Promise<number> {
  return exitOf(startNode(args, options));
}

/** Asks everything that was started to end, and after ten seconds insists. */
export async function endChildren(): Promise<void> {
  const ends = [...running].map((child) => {
    const end = exitOf(child);
    child.kill("SIGTERM");
    return end;
  });
  const insist = setTimeout(() => running.forEach((child) => child.kill("SIGKILL")), 10_000);
  await Promise.allSettled(ends);
  clearTimeout(insist);
}

/** What a person sees of an error: its sentence when it is theirs to mend, its stack when it is ours. */
export function report(error: unknown): void {
  const mistake = error instanceof Refusal || (error as Error).name === "EnvironmentMistake";
  console.error(mistake ? (error as Error).message : error);
}

/** Runs a door and leaves with its exit code; an error is reported and leaves with 1. */
export async function door(run: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exit((await run()) ?? 0); // not by itself: the schema engine leaves a timer of ten seconds behind
  } catch (error) {
    report(error);
    process.exit(1);
  }
}
