"use client";

import { Button } from "@mantine/core";
import type { ButtonProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = ButtonProps & { pending?: boolean; big?: boolean; children?: ReactNode };

/** Sends the form. While pending it says so and cannot be pressed twice. `big` is the 52-pixel button of the phone log. */
export function SubmitButton({ pending, big, children, ...rest }: Props) {
  const t = useTranslations("shell");
  return (
    <Button
      type="submit"
      fullWidth={big}
      h={big ? 52 : undefined}
      fz={big ? "md" : undefined}
      {...rest}
      aria-disabled={pending || undefined}
      data-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : undefined}
    >
      {pending ? t("sending") : (children ?? t("save"))}
    </Button>
  );
}
