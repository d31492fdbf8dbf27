"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormatter } from "#i18n/use-formatter.ts";
import { Refusal } from "../form/refusal.tsx";
import { Dropdown, DropdownChoice } from "../layout/dropdown.tsx";
import { Icon } from "../layout/icons.tsx";
import styles from "./export-menu.module.css";

const FORMATS = ["xlsx", "csv"] as const;
export type ExportFormat = (typeof FORMATS)[number];
/** A file as the server made it. */
export type ExportedFile = { fileName: string; type: string; base64: string; rows: number };

type Props = {
  /** Asks the server for the file: every row of the present filter. */
  onExport: (format: ExportFormat) => Promise<ExportedFile>;
  /** How many rows the filter has, said on the button's list. */
  total?: number;
};

/** Takes the list along as a file, made by the server under the reader's rights. */
export function ExportMenu({ onExport, total }: Props) {
  const t = useTranslations("sheets.menu");
  const format = useFormatter();
  const [state, setState] = useState<{ busy: boolean; error: unknown; done: string | null }>(IDLE);
  const take = async (wanted: ExportFormat) => {
    if (state.busy) return;
    setState({ ...IDLE, busy: true });
    try {
      const file = await onExport(wanted);
      save(file);
      setState({
        ...IDLE,
        done: t("done", { file: file.fileName, rows: format.number(file.rows, "count") }),
      });
    } catch (error) {
      setState({ ...IDLE, error });
    }
  };
  return (
    <div className={styles.export}>
      <Dropdown
        label={t("label")}
        className={styles.button}
        trigger={
          <>
            {t(state.busy ? "busy" : "label")} <Icon name="down" size={12} />
          </>
        }
      >
        {FORMATS.map((wanted) => (
          <DropdownChoice key={wanted} onChoose={() => void take(wanted)}>
            {t(wanted)}
            {total !== undefined && <small className={styles.rows}>{t("rows", { count: total })}</small>}
          </DropdownChoice>
        ))}
      </Dropdown>
      <div aria-live="polite" className={styles.said}>
        {state.done && <p>{state.done}</p>}
        {state.error !== null && <Refusal error={state.error} title={t("failed")} />}
      </div>
    </div>
  );
}

const IDLE = { busy: false, error: null, done: null } as const;

function save({ base64, type, fileName }: ExportedFile): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: fileName });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to save by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
