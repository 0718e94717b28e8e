// Who says what of an event, with which stance: voices, chains, posts, denials, accusations, claims of responsibility; and the
// attributes that patterns tell. Reports are made for these tests.
import { describe, expect, it } from "vitest";
import { knowledge } from "../sample-layers.js";
import { readDocument } from "../../../src/pipeline/read-document.js";
import { bytesOf, madeCapture, STAMP } from "../../made.js";
import { claimsOf, eventsOf, valuesOf } from "./read-sentence.js";

const sourcesOf = (text: string, attribute: Parameters<typeof claimsOf>[1]): string[][] =>
  claimsOf(text, attribute).map(({ sources }) => sources.map(({ name }) => name));

describe("sources of claims", () => {
  it("the document's own voice is nobody's", () =>
    expect(sourcesOf("A raid killed nine people in Idlib on Thursday.", "killed")).toEqual([[]]));
  it("who says it, before and after", () => {
    for (const text of [
      "A monitor said a raid killed nine people in Idlib on Thursday.",
      "A raid killed nine people in Idlib on Thursday, a monitor said.",
      "According to a monitor, a raid killed nine people in Idlib on Thursday.",
    ])
      expect([text, sourcesOf(text, "killed")]).toEqual([text, [["monitor"]]]);
  });
  it("a quotation is of who spoke it", () =>
    expect(
      sourcesOf(
        '"Two rockets landed in the yard in Basra," a guard told Radio Corran on Thursday.',
        "munitions",
      )[0]![0],
    ).toBe("guard"));
  it("a sentence of one, a sentence of another", () =>
    expect(
      sourcesOf(
        "The army said the strike on Thursday in Homs killed three people. A nurse said it killed eleven people.",
        "killed",
      ),
    ).toEqual([["army"], ["nurse"]]));
  it("an embedded post is its author's", () => {
    const html = `<html><head><title>Blast at Kirkuk market</title><meta property="article:published_time" content="2031-05-02"></head><body><article><h1>Blast at Kirkuk market</h1>
<p>A bomb went off at a market in Kirkuk on Thursday. Traders closed their stalls, and the road was shut until the evening.</p>
<blockquote class="twitter-tweet"><p>The bomb in Kirkuk killed seven people on Thursday.</p>&mdash; Dena Orhal (@denaorhal) <a href="https://twitter.com/denaorhal/status/1">May 1, 2031</a></blockquote>
<p>Shops stayed closed on Friday, and the council asked for calm in the town while the road was repaired.</p></article></body></html>`;
    const read = readDocument(
      madeCapture(html, "made.html", { form: "html" }),
      bytesOf(html),
      knowledge,
      STAMP,
    );
    if (!read.ok) throw new Error(read.problem.code);
    const killed = read.value.events.flatMap(({ claims }) =>
      claims.filter((claim) => claim.attribute === "killed"),
    );
    expect(killed.map(({ value, sources }) => [value, sources])).toEqual([
      [{ count: { min: 7, max: 7 }, who: null }, [{ name: "Dena Orhal", kind: "social_media" }]],
    ]);
  });
});

describe("who owns to it", () => {
  const owned = (text: string) =>
    claimsOf(text, "responsibility").map(({ value, sources }) => [value.act, value.actor, sources[0]?.name]);
  it("who claims responsibility also says who did it", () => {
    const text = "A bomb killed nine people in Homs on Thursday. The Islamic State claimed responsibility.";
    expect(owned(text)).toEqual([["claimed", "Islamic State", "Islamic State"]]);
    expect(claimsOf(text, "perpetrator").map(({ value }) => value)).toEqual(["Islamic State"]);
  });
  it("who speaks for a body claims it for the body", () => {
    const text =
      "A bomb killed nine people in Homs on Thursday. Islamic State spokesman Ola Berg said it carried out the attack.";
    expect(owned(text)).toEqual([["claimed", "Islamic State", "Ola Berg"]]);
    expect(claimsOf(text, "perpetrator").map(({ value }) => value)).toEqual(["Islamic State"]);
  });
  it("a body that is taken up by a description has its name", () =>
    expect(
      owned(
        "A bomb hurt nine people in Homs on Thursday. The army blamed the Islamic State for the blast. The armed group denied any involvement.",
      ),
    ).toEqual([["denied", "Islamic State", "Islamic State"]]));
  it("who shoots drones down did not send them", () => {
    const text =
      "Drones hit a depot in Homs on Thursday. The air force said it had shot down nine of the drones.";
    expect(owned(text)).toEqual([]);
    expect(valuesOf(text, "intercepted")).toEqual([{ min: 9, max: 9 }]);
  });
  it("an outlet that tells of it did not do it", () =>
    expect(
      owned("A bomb killed nine people in Homs on Thursday. Reuters said it carried the news first."),
    ).toEqual([]));
  it("nobody yet, in a sentence about many", () =>
    expect(
      owned(
        "A drone hit a mill in Homs on Thursday. No group has claimed responsibility for the raid, the latest in a series of strikes in recent months.",
      ),
    ).toEqual([["unclaimed", null, undefined]]));
  it("nobody yet, of both attacks told before", () =>
    expect(
      eventsOf(
        "A drone hit a mill in Homs on Thursday. Hours later rockets hit a post in Aleppo. No group has claimed responsibility for the attacks.",
      ).map(({ claims }) => claims.filter(({ attribute }) => attribute === "responsibility").length),
    ).toEqual([1, 1]));
  it("who denies a part in it leaves where it was", () => {
    const text = "The army denied carrying out the raid on a mill in Homs on Thursday.";
    expect(owned(text)).toEqual([["denied", "army", "army"]]);
    expect(valuesOf(text, "target")).toEqual([]);
  });
  it("a habit tells of no weapon", () =>
    expect(
      valuesOf(
        "A rocket hit a mill in Homs on Thursday. Drone attacks have grown, the mayor said.",
        "weapon",
      ),
    ).toEqual(["rocket"]));
});

describe("stances", () => {
  it("a denial denies what it says, and is asserted by nobody", () => {
    const text = "The rebels denied that they had shelled the hospital in Aleppo on Thursday.";
    expect(claimsOf(text, "occurrence").map(({ stance, sources }) => [stance, sources[0]?.name])).toEqual([
      ["denied", "rebels"],
    ]);
    expect(claimsOf(text, "target").map(({ stance }) => stance)).toEqual(["denied"]);
    expect(claimsOf(text, "perpetrator")).toEqual([]);
  });
  it("an accusation is of the accuser", () =>
    expect(
      claimsOf(
        "The governor blamed the Islamic State for the bombing in Kirkuk on Thursday.",
        "perpetrator",
      ).map(({ value, sources }) => [value, sources[0]?.name]),
    ).toEqual([["Islamic State", "governor"]]));
  it("a belief is unverified", () =>
    expect(
      claimsOf("The bombing in Kirkuk on Thursday is believed to be the Islamic State.", "perpetrator").map(
        ({ stance }) => stance,
      ),
    ).toEqual(["unverified"]));
  it("what nobody knows is open", () =>
    expect(
      claimsOf("It was not clear who carried out the bombing in Kirkuk on Thursday.", "perpetrator").map(
        ({ value, stance }) => [value, stance],
      ),
    ).toEqual([[null, "open"]]));
});

describe("responsibility", () => {
  for (const [text, value, source] of [
    [
      "No group has claimed responsibility for the bombing in Kirkuk on Thursday.",
      { actor: null, act: "unclaimed" },
      undefined,
    ],
    [
      "The Taliban claimed responsibility for the bombing in Kandahar on Thursday.",
      { actor: "Taliban", act: "claimed" },
      "Taliban",
    ],
    [
      "The Taliban denied responsibility for the bombing in Kandahar on Thursday.",
      { actor: "Taliban", act: "denied" },
      "Taliban",
    ],
    [
      "The bombing in Kandahar on Thursday was claimed by the Taliban.",
      { actor: "Taliban", act: "claimed" },
      "Taliban",
    ],
  ] as const)
    it(text, () =>
      expect(
        claimsOf(text, "responsibility").map((claim) => [claim.value, claim.stance, claim.sources[0]?.name]),
      ).toEqual([[value, "asserted", source]]),
    );
});

describe("a sentence that only adds", () => {
  const told = "Rockets hit the Balad air base on Thursday.";
  for (const [more, attribute, values] of [
    ["No group has claimed responsibility.", "responsibility", [{ actor: null, act: "unclaimed" }]],
    ["There was no damage.", "damage", ["none"]],
    ["All of them were intercepted.", "intercepted", [{ min: 1 }]],
    ["Nine people were wounded.", "injured", [{ count: { min: 9, max: 9 }, who: null }]],
  ] as const)
    it(more, () => expect(valuesOf(`${told} ${more}`, attribute)).toEqual(values));
  it("tells nothing by itself", () =>
    expect(eventsOf("No group has claimed responsibility. There was no damage.")).toEqual([]));
});

describe("damage, impact, interceptions, weapons and numbers", () => {
  for (const [text, attribute, values] of [
    ["The blast in Kirkuk on Thursday caused huge damage to a mosque.", "damage", ["extensive"]],
    ["A rocket hit a garage in Kirkuk on Thursday and damaged two trucks.", "damage", ["some"]],
    ["A rocket hit a mill in Kirkuk on Thursday and destroyed it.", "damage", ["destroyed"]],
    ["Rockets hit the Balad air base on Thursday. There was no damage.", "damage", ["none"]],
    ["Rockets hit the Balad air base on Thursday. Damage is being assessed.", "damage", ["assessing"]],
    ["Air defences shot down three drones over Erbil on Thursday.", "intercepted", [{ min: 3, max: 3 }]],
    ["Air defences intercepted the drones over Erbil on Thursday.", "intercepted", [{ min: 1 }]],
    ["Two rockets landed outside the Ain al-Asad air base in Iraq on Thursday.", "impact", ["outside"]],
    ["Three shells landed on the perimeter of the Balad air base on Thursday.", "impact", ["perimeter"]],
    ["Two rockets fell inside the Balad air base on Thursday.", "impact", ["inside"]],
    ["At least 14 rockets were fired at Erbil on Thursday.", "munitions", [{ min: 14 }]],
    ["Eight drones and three missiles hit Erbil on Thursday.", "weapon", ["drone", "missile"]],
    ["A bomb in a parked car, a car bomb, killed nine in Kirkuk on Thursday.", "weapon", ["car_bomb"]],
    ["Barrel bombs killed nine people in Douma on Thursday.", "weapon", ["barrel_bomb"]],
    ["A raid hit Douma late on Thursday.", "time", ["night"]],
    ["A raid hit Douma at 03:15 on Thursday.", "time", ["03:15"]],
  ] as const)
    it(text, () => expect(valuesOf(text, attribute)).toEqual(values));
});
