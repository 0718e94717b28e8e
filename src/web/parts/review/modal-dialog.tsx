// A modal dialog: the browser's own, which keeps the focus inside, closes with Escape and gives the focus back.
import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";

export function ModalDialog({
  title,
  close,
  children,
}: {
  readonly title: string;
  /** Told once it is closed. */
  readonly close: () => void;
  /** Given what closes it. */
  readonly children: (leave: () => void) => ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="modal" aria-labelledby={id} onClose={close}>
      <h2 id={id}>{title}</h2>
      {children(() => dialog.current?.close())}
    </dialog>
  );
}
