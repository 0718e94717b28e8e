// Sizes and times as people read them.

/** `bytes(33_554_432)` is "33.6 MB". */
export function bytes(value: string | number | undefined): string {
  const count = Number(value);
  if (count < 1000) return `${count} bytes`;
  if (count < 1_000_000) return `${(count / 1000).toFixed(1)} kB`;
  return `${(count / 1_000_000).toFixed(1)} MB`;
}

/** `seconds(500)` is "0.5 s". */
export function seconds(milliseconds: string | number | undefined): string {
  const count = Number(milliseconds) / 1000;
  if (count < 120) return `${count} s`;
  if (count < 7200) return `${Math.round(count / 60)} min`;
  return `${Math.round(count / 3600)} h`;
}
