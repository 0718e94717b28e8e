// The tallies: each claimed number as a line, those of one thing together, so that two claimants stand side by side.
// The chosen line shows the words that claim it, and what the record holds under its own rule: beside the lines, and under
// its own line where the screen is narrow.
import { useMemo, useState } from "react";
import type { TallyLineView } from "../../contract/views.js";
import { useTallies } from "../data/api.js";
import { useMedia } from "../data/screen.js";
import { PageTitle } from "../parts/shell/page-title.js";
import { ProblemNotice } from "../parts/states/problem-notice.js";
import { Skeleton } from "../parts/states/skeleton.js";
import { tallyGroups, tallyKey } from "../parts/tallies/tally-groups.js";
import { TallyPane } from "../parts/tallies/tally-pane.js";
import { TallyTable } from "../parts/tallies/tally-table.js";

export function TalliesPage() {
  const narrow = useMedia("(max-width: 860px)");
  const list = useTallies();
  const [chosen, setChosen] = useState<string | null>(null);
  const lines = list.data?.tallies ?? [];
  const groups = useMemo(() => tallyGroups(list.data?.tallies ?? []), [list.data]);
  const first = narrow ? null : (groups[0]?.things[0]?.lines[0] ?? null);
  const shown: TallyLineView | null = lines.find((line) => tallyKey(line) === chosen) ?? first;
  const thing =
    groups.flatMap(({ things }) => things).find((one) => shown !== null && one.lines.includes(shown)) ?? null;
  const pane = shown === null ? null : <TallyPane line={shown} thing={thing} />;
  return (
    <div className="page tallies-page">
      <div className="page-head">
        <PageTitle title="Tallies" />
        <p className="muted">
          Numbers of events, or of people over several events, as somebody states them, and what the record
          holds under the same rule. No verdict, nothing added up.
        </p>
      </div>
      {list.error !== null ? (
        <ProblemNotice failure={list.error} what="the tallies" retry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Skeleton lines={8} label="Loading the tallies" />
      ) : lines.length === 0 ? (
        <div className="empty">
          <h2>No tallies</h2>
          <p className="muted">
            Where a document says “76 attacks since October”, the number stands here: who says so, of what,
            where, since when. No document of this collection states one.
          </p>
        </div>
      ) : (
        <div className="tallies">
          <div>
            {groups.map((group) => (
              <TallyTable
                key={group.title}
                title={group.title}
                things={group.things}
                chosen={shown === null ? null : tallyKey(shown)}
                choose={(line) => setChosen(line === null ? null : tallyKey(line))}
                opening={narrow ? pane : undefined}
              />
            ))}
          </div>
          {narrow ? null : <aside aria-label="The tally and the record">{pane}</aside>}
        </div>
      )}
    </div>
  );
}
