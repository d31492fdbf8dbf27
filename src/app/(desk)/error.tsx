"use client";

import { FailurePage } from "#components/layout/failure-page.tsx";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function Failure({ error, reset }: Props) {
  return <FailurePage code={error.digest} onRetry={reset} framed />;
}
