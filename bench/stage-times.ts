// Where the time of reading goes: a sampled profile, each sample counted for the innermost stage on its stack (a room under
// src/reading, or else a file of src/pipeline); what a stage calls in src/base or in a package counts for the stage.
import { Session } from "node:inspector/promises";

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** Milliseconds by stage, most first; garbage collection apart. */
export async function stageTimes(work: () => void): Promise<readonly (readonly [string, number])[]> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 500 });
  await session.post("Profiler.start");
  work();
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();

  const nodes = new Map(profile.nodes.map((node: ProfileNode) => [node.id, node]));
  const stageOf = new Map<number, string>();
  const walk = (id: number, above: string): void => {
    const { callFrame, children } = nodes.get(id)!;
    const stage =
      stageIn(callFrame.url) ??
      (callFrame.functionName.startsWith("(garbage") ? "garbage collection" : above);
    stageOf.set(id, stage);
    for (const child of children ?? []) walk(child, stage);
  };
  walk(profile.nodes[0]!.id, "other");
  const times = new Map<string, number>();
  profile.samples?.forEach((id: number, i: number) => {
    const stage = stageOf.get(id)!;
    times.set(stage, (times.get(stage) ?? 0) + (profile.timeDeltas?.[i] ?? 0) / 1000);
  });
  times.delete("(idle)");
  return [...times].sort((a, b) => b[1] - a[1]);
}

function stageIn(url: string): string | null {
  const room = /\/src\/reading\/([a-z-]+)\//u.exec(url);
  if (room !== null) return room[1]!;
  return url.includes("/src/pipeline/") ? "pipeline" : null;
}
