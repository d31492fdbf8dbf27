"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Refusal } from "#components/form/refusal.tsx";
import type { Locale } from "#i18n/locale.ts";
import { countryName } from "#lib/country.ts";
import type { DemoAccount } from "#lib/demo-accounts.ts";
import styles from "./door.module.css";
import { postSignIn } from "./post-sign-in.ts";

type Props = { accounts: readonly DemoAccount[]; onDone: (locale: Locale | undefined) => void };

/** The invented people of the exercise, one click each; only the account's name is sent. */
export function DemoAccounts({ accounts, onDone }: Props) {
  const t = useTranslations("sign-in");
  const [pending, setPending] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const enter = async (account: string) => {
    setPending(account);
    setError(null);
    try {
      onDone(await postSignIn("callback/demo", { account }));
    } catch (caught) {
      setError(caught);
      setPending(null);
    }
  };
  const groups = [
    { key: "headquarters", people: accounts.filter(({ country }) => country === null) },
    {
      key: "liaisons",
      people: accounts.filter(({ country, role }) => country !== null && role === "liaison"),
    },
    {
      key: "reviewers",
      people: accounts.filter(({ country, role }) => country !== null && role === "reviewer"),
    },
  ] as const;
  return (
    <section className={styles.card} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={styles.demoTitle}>
        {t("demo.title")}
      </h2>
      <p className={styles.small}>{t("demo.text")}</p>
      <Refusal error={error} title={t("refusedTitle")} />
      {groups.map(({ key, people }) => (
        <div key={key} className={styles.group}>
          <h3>{t(`demo.${key}`)}</h3>
          <ul className={styles.accounts}>
            {people.map((person) => (
              <li key={person.account}>
                <button
                  type="button"
                  data-account={person.account}
                  aria-busy={pending === person.account || undefined}
                  disabled={pending !== null}
                  onClick={() => void enter(person.account)}
                >
                  <AccountWords person={person} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function AccountWords({ person }: { person: DemoAccount }) {
  const t = useTranslations("sign-in.demo");
  const terms = useTranslations("terms.role");
  const locale = useLocale();
  if (person.country) return <b>{countryName(person.country, locale)}</b>;
  const reach =
    person.account === "admin.second" ? t("second") : person.meridianOnly ? t("meridian") : t("all");
  return (
    <>
      <b>{person.account === "coordination" ? t("coordination") : terms(person.role)}</b>
      <span>{reach}</span>
    </>
  );
}
