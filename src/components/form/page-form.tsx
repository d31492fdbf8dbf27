import type { ReactNode } from "react";

type Props = { className: string | undefined; onSend: () => void; children: ReactNode };

/** A form that the page sends and checks itself: the browser neither leaves the page nor says its own words about a field. */
export function PageForm({ className, onSend, children }: Props) {
  return (
    <form
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
    </form>
  );
}
