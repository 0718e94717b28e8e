// A path or address that may break after its slashes, never in the middle of a name where that can be helped.
import { Fragment } from "react";

export function Reference({ text }: { readonly text: string }) {
  const parts = text.split("/");
  return (
    <span className="breaks">
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 ? (
            <>
              /<wbr />
            </>
          ) : null}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
