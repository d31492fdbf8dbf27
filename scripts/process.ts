import { spawn, type SpawnOptions } from "node:child_process";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "..");

/** A mistake of the person at the keyboard: shown as one sentence, without a stack. */
export class Refusal extends Error {}

/** Runs the Node program `file` of this project with this Node; answers its exit code. */
export function runNode(args: string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "inherit", ...options });
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Runs a door: a Refusal becomes one sentence on stderr and exit code 1, anything else keeps its stack. */
export async function door(run: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exit((await run()) ?? 0); // not by itself: the schema engine leaves a timer of ten seconds behind
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(1);
  }
}
