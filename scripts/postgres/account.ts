import fs from "node:fs";
import path from "node:path";

/** Who the database runs as. Empty: the person at the keyboard. PostgreSQL refuses to run as root. */
export type Account = { name?: string; uid?: number; gid?: number };

/** Under root, an unprivileged account that every Unix already has; otherwise nobody else. */
export function databaseAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const passwd = fs.readFileSync("/etc/passwd", "utf8");
  for (const name of ["postgres", "_postgres", "nobody"]) {
    const found = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+)`, "m").exec(passwd);
    if (found && found[1] !== "0") return { name, uid: Number(found[1]), gid: Number(found[2]) };
  }
  return { name: "65534", uid: 65534, gid: 65534 };
}

/** Whether the account may walk into `folder`, which need not exist yet. */
export function mayEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const stat = fs.statSync(at, { throwIfNoEntry: false });
    if (stat) {
      const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
      if ((stat.mode & bit) === 0) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

/** Makes the folder and gives it to the account alone. */
export function ownFolder(account: Account, folder: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) fs.chownSync(folder, account.uid, account.gid);
}
