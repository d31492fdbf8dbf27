import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";
import { expect, expectAccessible, open, test, type Page } from "./fixtures.ts";

type Guest = { name: string; email: string };

const newGuest = (): Guest => {
  const mark = randomBytes(4).toString("hex");
  return { name: `Awa Guest ${mark}`, email: `guest.${mark}@agency.example` };
};
const dot = (page: Page) => page.locator("[data-live]");
const arrests = (page: Page) => page.locator("[data-total='arrests:people']").first();

/** The link of the letter; while no mail is set it stands in the log of the installation, which hands it on. */
async function handedOn({ email }: Guest): Promise<string> {
  const log = process.env.E2E_LOG;
  if (!log || !existsSync(log))
    throw new Error("E2E_LOG names no log of the installation to read a letter in");
  let path: string | undefined;
  await expect
    .poll(() => {
      const letter = readFileSync(log, "utf8").split(`to be handed to ${email}:`)[1];
      return (path = /\/invite\/[0-9a-f]{64}/.exec(letter ?? "")?.[0]);
    })
    .toBeTruthy();
  return path!;
}

/** An administrator invites someone as leadership over all countries. */
async function invite(admin: Page, { email }: Guest): Promise<void> {
  await admin.goto("/settings/invitations");
  await admin.getByLabel("E-mail").fill(email);
  await admin.getByLabel("Name", { exact: true }).fill("A name to be mended");
  await admin.getByLabel("Language of the letter").selectOption("fr");
  await admin.getByLabel("Role").selectOption("leadership");
  await admin.getByRole("group", { name: "Countries" }).getByRole("radio", { name: "All" }).check();
  await expect(admin.getByText("takes effect when a second administrator approves it")).toBeVisible();
  await admin.getByRole("button", { name: "Send the invitation" }).click();
  await expect(admin.getByText(`Invitation sent to ${email}.`)).toBeVisible();
  await expect(admin.getByRole("row").filter({ hasText: email })).toContainText("A name to be mended");
  await expectAccessible(admin);
}

/** The invited opens the link in a Spanish browser, chooses French at the door, then name and password, and signs in. */
async function accept(browser: Browser, path: string, { name, email }: Guest): Promise<Page> {
  const page = await (await open(browser, { locale: "es-PE" })).newPage();
  const password = randomBytes(12).toString("hex");
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Su invitación");
  await page.getByRole("button", { name: /Español/ }).click();
  await page.getByRole("menuitemradio", { name: "Français" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre invitation");
  await expectAccessible(page);
  await expect(page.getByLabel("Nom", { exact: true })).toHaveValue("A name to be mended");
  await page.getByLabel("Nom", { exact: true }).fill(name);
  await page.getByLabel("Langue", { exact: true }).selectOption("fr");
  await page.getByLabel("Nouveau mot de passe").fill(password);
  // Whoever found the link does not know whose it is.
  await page.getByLabel("Adresse électronique").fill("someone.else@agency.example");
  await page.getByRole("button", { name: "Choisir ce mot de passe" }).click();
  await expect(page.getByText("Ce lien ne fonctionne pas", { exact: false })).toBeVisible();
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByRole("button", { name: "Choisir ce mot de passe" }).click();
  await expect(page.getByRole("heading", { name: "C’est fait" })).toBeVisible();
  await page.getByRole("link", { name: "Connexion" }).click();
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await expect(page).toHaveURL(/\/waiting$/);
  return page;
}

/** Whoever gave a role over all countries cannot approve it; the second administrator does. */
async function approve(admin: Page, second: Page, { name }: Guest): Promise<void> {
  const waiting = (page: Page) => page.getByRole("listitem").filter({ hasText: name });
  await admin.goto("/settings/waiting");
  await expect(waiting(admin)).toContainText("Another administrator has to approve this.");
  await expect(waiting(admin).getByRole("button")).toHaveCount(0);
  await second.goto("/settings/waiting");
  await expect(waiting(second)).toContainText("Leadership");
  await expectAccessible(second);
  await waiting(second).getByRole("button", { name: "Approve" }).click();
  await expect(waiting(second)).toHaveCount(0);
}

/** The administrator finds the person by name and takes the role away. */
async function revoke(admin: Page, { name }: Guest): Promise<void> {
  await admin.goto(`/settings?text=${encodeURIComponent(name)}`);
  await admin.getByRole("link", { name }).click();
  await expect(admin).toHaveURL(/\/settings\/people\/[0-9a-f-]{36}$/);
  const role = admin.getByRole("listitem").filter({ hasText: "Leadership" });
  await role.getByRole("button", { name: "Take away" }).click();
  await expect(role).toContainText("taken away");
}

test("an invited person waits for the second administrator, reads what the role shows, and loses it on the open page once it is taken away", async ({
  visit,
  browser,
}) => {
  const guest = newGuest();
  const admin = await visit("admin");
  const second = await visit("admin.second");
  await invite(admin, guest);
  const path = await handedOn(guest);
  const reader = await accept(browser, path, guest);

  await expect(reader.getByRole("heading", { name: "Aucun rôle n’est encore en vigueur" })).toBeVisible();
  await expectAccessible(reader);
  await reader.goto("/summary?exercise=1");
  await expect(reader).toHaveURL(/\/waiting$/);
  // The link worked once.
  await admin.goto("/settings/invitations");
  await expect(admin.getByRole("row").filter({ hasText: guest.email })).toHaveCount(0);
  await second.goto(path);
  await expect(second.getByRole("heading", { name: "This link does not work" })).toBeVisible();

  await approve(admin, second, guest);
  await reader.getByRole("button", { name: "Recharger" }).click();
  // What leadership begins with.
  await expect(reader).toHaveURL(/\/summary$/);
  await reader.goto("/summary?exercise=1");
  await expect(arrests(reader)).toBeVisible();
  await expect(dot(reader)).toHaveAttribute("data-live", "open");
  await expect(dot(reader)).toHaveText(/En direct|Mis à jour/);

  await revoke(admin, guest);
  await expect(dot(reader)).toHaveAttribute("data-live", "waiting");
  await expect(dot(reader)).toHaveText("Direct interrompu");
  await expect(arrests(reader)).toBeHidden();
  await expect(reader.getByText("Votre rôle ne le permet pas.", { exact: false }).first()).toBeVisible();
  await expectAccessible(reader);
  await reader.reload();
  await expect(reader).toHaveURL(/\/waiting$/);
  await reader.context().close();
});
