"use client";

import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { SkeletonBox } from "../layout/skeleton.tsx";

/** Mounts its children once they come near the window: until then their code is not fetched and their place is kept. */
export function WhenVisible({ height, children }: { height: number; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    if (!place.current || visible) return;
    const show = () => setVisible(true);
    const observer = new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && show(), {
      rootMargin: "200px",
    });
    observer.observe(place.current);
    window.addEventListener("beforeprint", show);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", show);
    };
  }, [visible]);
  return (
    <div ref={place} style={{ minBlockSize: height }}>
      {visible ? children : <SkeletonBox height={height} />}
    </div>
  );
}
