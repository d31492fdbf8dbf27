// The first step of every npm script: runs on any Node from 20.19, before anything is installed, so it is plain
// JavaScript without imports beyond Node's own. It installs, makes sure of Node 24 and goes on there.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const MODULES = path.join(ROOT, "node_modules");
const STAMP = path.join(MODULES, ".installed.sha256");
const LOCK = path.join(ROOT, "package-lock.json");
const MAJOR = 24;
const windows = process.platform === "win32";

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

const lockPrint = () => createHash("sha256").update(fs.readFileSync(LOCK)).digest("hex");

/** Every required package of the lock file is there in its version (a hand-made `npm ci` counts). */
function everyPackageIsThere() {
  if (!fs.existsSync(path.join(MODULES, ".package-lock.json"))) return false;
  const { packages } = JSON.parse(fs.readFileSync(LOCK, "utf8"));
  return Object.entries(packages).every(([folder, { version, optional, devOptional, link }]) => {
    if (folder === "" || optional || devOptional || link) return true;
    try {
      return JSON.parse(fs.readFileSync(path.join(ROOT, folder, "package.json"), "utf8")).version === version;
    } catch {
      return false;
    }
  });
}

function isInstalled() {
  if (!fs.existsSync(LOCK)) refuse("package-lock.json is missing: this is not a complete copy of Muster.");
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, "utf8") === lockPrint()) return true;
  if (fs.existsSync(STAMP) || !everyPackageIsThere()) return false;
  keepStamp();
  return true;
}

function keepStamp() {
  try {
    fs.writeFileSync(STAMP, lockPrint());
  } catch {
    // A folder that only its owner may write was installed by that owner; the check simply runs again next time.
  }
}

const npmCommand = (args) => {
  const cli = process.env.npm_execpath;
  if (cli && /\.c?js$/.test(cli)) return [process.execPath, [cli, ...args], {}];
  return ["npm", args, { shell: windows }];
};

/** Ends with the exit code and the last words of the program. */
function runQuietly([program, args, options]) {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_ENV: "" };
    delete env.NODE_ENV; // "production" would leave out what builds and tests
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"], ...options });
    let words = "";
    const listen = (chunk) => (words = (words + chunk).slice(-4000));
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("error", (error) => resolve({ code: 1, words: error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, words }));
  });
}

async function install() {
  console.log(
    "Installing about 500 packages (250 MB to fetch, 1.3 GB on disk); one to five minutes the first time …",
  );
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const pulse = setInterval(() => console.log(`  … still installing, ${seconds()} s`), 15_000);
  // Install scripts are not needed: what two packages do in theirs is done here and in scripts/postgres, where they may be blocked.
  const args = [
    "ci",
    "--ignore-scripts",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const { code, words } = await runQuietly(npmCommand(args));
  clearInterval(pulse);
  if (code !== 0) refuse(`The packages could not be installed (npm ci, exit code ${code}):\n${words.trim()}`);
  keepStamp();
  console.log(`Installed in ${seconds()} s.`);
}

const versionOf = (program) => spawnSync(program, ["--version"], { encoding: "utf8" }).stdout?.trim() ?? "";
const isRight = (version) => version.startsWith(`v${MAJOR}.`);

/** So that `npx` and npm scripts find it first. */
function linkProgram(program) {
  const link = path.join(MODULES, ".bin/node");
  if (windows || fs.existsSync(link)) return;
  fs.rmSync(link, { force: true });
  fs.symlinkSync(path.relative(path.dirname(link), program), link);
}

/** Node 24: the one that runs, the one that was installed with the packages, or fetched now. */
async function rightNode() {
  // Installing anew takes away the program that runs this line when it came with the packages.
  const stands = fs.existsSync(process.execPath);
  if (stands && isRight(process.version)) return process.execPath;
  const folder = path.join(MODULES, "node");
  const program = path.join(folder, "bin", windows ? "node.exe" : "node");
  if (isRight(versionOf(program))) return program;
  console.log(`Fetching Node ${MAJOR} (this is ${process.version}; 125 MB) …`);
  const script = path.join(folder, "installArchSpecificPackage.js");
  const { words } = await runQuietly([stands ? process.execPath : "node", [script], { cwd: folder }]);
  if (isRight(versionOf(program))) {
    linkProgram(program);
    return program;
  }
  return refuse(
    `Node ${MAJOR} could not be installed; install it on this machine and start again. npm said:\n${words.trim()}`,
  );
}

/** Name and parent of a process on Linux; neither where the system does not say or the process is gone. */
function lookUp(pid) {
  try {
    const [, name, rest] = /\((.*)\) \S (\d+)/.exec(fs.readFileSync(`/proc/${pid}/stat`, "utf8"));
    return { name, parent: Number(rest) };
  } catch {
    return { name: "", parent: 0 };
  }
}

/** npm passes signals on to its shell, not through it, and may be killed: then nobody is left to stop us. */
function watchNpm(leave) {
  if (!process.env.npm_lifecycle_event) return;
  const above = process.ppid;
  const { name, parent } = lookUp(above);
  const isShell = /^(sh|dash|bash|ash|busybox|zsh)$/.test(name); // otherwise npm itself is right above us
  const orphaned = () => process.ppid !== above || (isShell && lookUp(above).parent !== parent);
  const watch = setInterval(() => {
    if (!orphaned()) return;
    clearInterval(watch);
    leave();
  }, 250);
  watch.unref();
}

/** The TypeScript door on Node 24, in our place: same terminal, same signals, same exit code. */
function goOn(node, script, args) {
  const bin = path.join(MODULES, ".bin");
  const child = spawn(node, ["--conditions=react-server", script, ...args], {
    cwd: ROOT,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  watchNpm(() => child.kill("SIGTERM"));
  child.once("error", (error) => refuse(`Node could not be started (${node}): ${error.message}`));
  child.once("exit", (code) => process.exit(code ?? 1));
}

const [name = "", ...args] = process.argv.slice(2);
const door = path.join(ROOT, name.includes("/") ? name : `scripts/${name}.ts`);
const [major, minor] = process.versions.node.split(".").map(Number);
if (!fs.existsSync(door)) refuse(`There is no ${path.relative(ROOT, door)}. Usage: npm start, or npm test.`);
if (major < 20 || (major === 20 && minor < 19))
  refuse(`Muster needs Node 20.19 or newer; this is ${process.version}.`);
if (!isInstalled()) await install();
goOn(await rightNode(), door, args);
