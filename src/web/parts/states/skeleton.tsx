// Grey lines in the shape of what is coming, so that the layout stands still. They appear after 300 ms only (states.css);
// what is quicker shows nothing in between.

export function Skeleton({ lines, label }: { readonly lines: number; readonly label: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="skeleton-line" data-width={line % 4} />
      ))}
    </div>
  );
}
