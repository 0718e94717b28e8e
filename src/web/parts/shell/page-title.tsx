// A page's heading: sets the window's title, and takes the focus when the page was reached by a link, so that a keyboard and a
// screen reader begin where the page begins.
import { useEffect, useLayoutEffect, useRef } from "react";
import type { ReactNode } from "react";
import { currentAddress, restoreScroll } from "../../data/address.js";

export function PageTitle({
  title,
  hidden = false,
  children,
}: {
  readonly title: string;
  readonly hidden?: boolean;
  readonly children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === "Hearsay" ? title : `${title} · Hearsay`;
  }, [title]);
  useLayoutEffect(() => {
    const { arrival, hash } = currentAddress();
    if (arrival === "push" && hash === "") heading.current?.focus({ preventScroll: true });
    restoreScroll();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={hidden ? "unseen" : "page-title"}>
      {children ?? title}
    </h1>
  );
}
