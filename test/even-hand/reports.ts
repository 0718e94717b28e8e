// Reports of two sides, written by a grammar of our own from a seed: a headline, a lead and what follows, with the constructions
// that news of wars is made of. Names stand as slots ({A.adjective}); numbers, days, weapons and targets are chosen here, so
// that they are the same whichever way the sides stand.
import { generator } from "../linking/synthetic-records.js";

/** Choices within a sentence, by name. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  day: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  when: [
    "on Monday",
    "on Thursday",
    "on Friday",
    "early Friday",
    "overnight",
    "on Tuesday evening",
    "yesterday",
  ],
  n: ["two", "three", "four", "five", "seven", "nine", "11", "14", "a dozen", "at least six", "more than 20"],
  m: ["three", "eight", "12", "17", "23", "dozens", "at least 30"],
  people: ["people", "civilians", "women and children", "residents", "workers"],
  men: ["soldiers", "troops", "officers", "conscripts"],
  target: [
    "a market",
    "a school",
    "a hospital",
    "a bakery",
    "a power station",
    "a depot",
    "an apartment block",
  ],
  post: ["a base", "a checkpoint", "an outpost", "a convoy", "a barracks"],
  fired: ["rockets", "missiles", "drones", "mortar shells", "artillery shells"],
  struck: ["hit", "struck", "bombed", "shelled"],
  said: ["said", "reported", "announced", "claimed"],
  loaded: ["terrorists", "mercenaries", "war criminals", "thugs"],
};

/** For two states. */
const OF_STATES: readonly string[] = [
  "{A.adjective} warplanes bombed {target} in {B.town} {when}, killing {n} {people}.",
  "{A.adjective} forces shelled {target} in {B.town} {when}, killing {n} {people} and wounding {m}.",
  "{A.adjective} troops killed {n} {B.adjective} {men} near {B.otherTown} {when}.",
  "{A.adjective} air strikes hit {a B.adjective} convoy near {B.town} {when}, the {B.adjective} army {said}.",
  "The {A.adjective} army said that {B.adjective} forces had fired {n} {fired} at {target} in {A.town} {when}.",
  "The {A.adjective} defence ministry denied that its jets had struck {target} in {B.town}.",
  "{a A.adjective} drone was shot down over {B.town} {when} by {B.adjective} air defences.",
  "At least 14 {A.adjective} civilians were killed by {B.adjective} shelling in {A.town} {when}.",
  "{A.country} {said} that it had intercepted {n} of {m} {fired} fired by {B.country} {when}.",
  "{A.country} accused {B.country} of bombing {target} in {A.town} {when}. {B.country} denied it.",
  "{A.country} blamed {B.country} for the attack on {target} in {A.otherTown}.",
  "Officials in {A.country} said the attack had killed {n} {people} and injured {m}.",
  "The {A.adjective} health ministry put the toll at {n} dead and {m} wounded.",
  "The {A.adjective} air force {said} it had shot down {n} {fired} over {A.town} {when}.",
  "{a A.adjective} missile hit {target} in {B.town} {when}, injuring {n} {people}.",
  "{A.adjective} artillery fired {n} shells at {B.town} {when}, the governor said.",
  '"We shot down {n} {A.adjective} drones," {a B.adjective} military spokesman said. "There were no casualties."',
  "According to the {A.adjective} army, {n} {B.adjective} {men} were captured near {B.otherTown}.",
  "{a A.adjective} official told {A.agency} that {n} {fired} had landed near {post} in {A.town} {when}.",
  "{A.agency} reported that {n} {people} had been killed in {A.town}. {B.agency} put the figure at {m}.",
  "{A.agency}, citing {a A.adjective} security source, {said} that {n} {fired} hit {post} near {A.otherTown} {when}.",
  "{A.person}, a spokesman for the {A.adjective} army, told {B.agency} that {n} {men} had been wounded.",
  "{A.adjective} army spokesman {A.person} {said} {B.adjective} troops had attacked {post} near {A.town} {when}.",
  "{A.person}, the {A.adjective} defence minister, denied the claim, which could not be independently verified.",
  "It was not clear whether {A.country} or {B.country} was behind the blast in {A.otherTown}.",
  "There was no immediate comment from {A.country}.",
  "{n} {A.people} and {m} {B.people} were killed in the clashes near {A.town}.",
  "{A.country} has lost {m} {men} since the start of the year, {B.agency} reported.",
  "Since {day}, {A.adjective} forces have carried out {m} air strikes on {B.country}, the {B.adjective} army said.",
  "{B.adjective} officials called the raid an act of {A.adjective} aggression.",
  "State television in {A.country} called the {B.adjective} soldiers {loaded}.",
  'The ministry in {A.country} condemned "this crime of the {B.adjective} regime" against {people} in {A.town}.',
  "Troops from {A.country} took control of {B.otherTown} {when} after days of fighting with {B.adjective} forces.",
  "{A.adjective} soldiers arrested {n} men in {B.town} {when} on suspicion of planting a bomb.",
  "{A.adjective}-backed fighters attacked {post} near {B.town} {when}.",
  "Pro-{A.adjective} gunmen abducted {n} {people} in {B.otherTown} {when}.",
  "{a A.adjective}-led coalition said it had not struck {target} in {B.town}.",
  "{A.country}'s army said it would investigate the strike in {B.town}.",
  "In {A.town}, {n} {fired} fired from {B.country} damaged {target} {when}, but nobody was hurt.",
  "Residents of {A.town} heard {n} explosions before dawn.",
];

const HEADLINES_OF_STATES: readonly string[] = [
  "{A.adjective} strike kills {n} in {B.town}",
  "{A.country} says {B.country} fired {n} {fired} at {A.town}",
  "{A.country} denies bombing {target} in {B.town}",
  "{n} {A.adjective} soldiers killed in {B.adjective} attack",
  "{B.town} hit by {A.adjective} {fired}",
];

/** For two armed groups. */
const OF_GROUPS: readonly string[] = [
  "{A.group} fired {n} {fired} at {post} near {B.town} {when}, wounding {n} soldiers.",
  "{A.group} attacked {post} held by {B.group} near {B.otherTown} {when}, killing {n} people.",
  "The governor blamed {A.group} for the bombing in {B.town} {when}. {B.group} claimed responsibility.",
  "{A.group} claimed responsibility for the attack. {B.group} denied any role.",
  "{A.group} said that {B.group} had shelled {target} in {A.town} {when}.",
  "{n} members of {A.group} were killed in clashes with {B.group} near {A.otherTown} {when}.",
  "Fighters from {A.group} seized {B.otherTown} {when} after fighting with {B.group}.",
  "A car bomb that {A.group} later claimed killed {n} {people} in {B.town} {when}.",
  "A suicide bomber blew himself up at a mosque in {A.town} {when}, killing {n} {people}; {B.group} said one of its men did it.",
  "Gunmen of {A.group} abducted {n} {people} near {B.town} {when}, police said.",
  "A spokesman for {A.group} told {A.agency} that {n} {fired} had hit {post} in {B.town}.",
  "{A.person}, a spokesman for {A.group}, denied that the group had fired on {target}.",
  "According to {A.group}, {n} soldiers died when a mine exploded near {B.otherTown} {when}.",
  "{B.agency} quoted a commander of {A.group} as saying that {m} of its men had been wounded.",
  "{A.group} has carried out {m} attacks this month, {A.agency} reported.",
  "The army said it had killed {n} fighters of {A.group} in a raid on {A.town} {when}.",
  "A drone strike killed a leader of {A.group} in {A.town} {when}, the army {said}.",
  'The minister called {A.group} "{loaded}".',
  "The attack bore the marks of {A.group}, but no group claimed it.",
  "It was not clear whether {A.group} or {B.group} fired the {fired}.",
  "{A.group} released {n} hostages in {A.otherTown} {when}.",
  "{A.group}'s fighters shelled {B.town} {when}, injuring {n} {people}.",
  "An attack by {A.group} on {post} near {B.town} {when} killed {n} soldiers and injured {m}.",
  "{post} held by {A.group} near {A.town} was hit {when} by {n} {fired} fired by {B.group}.",
  "Police in {A.town} arrested {n} men accused of belonging to {A.group} {when}.",
  "{A.group} threatened to strike {B.town}.",
];

const HEADLINES_OF_GROUPS: readonly string[] = [
  "{A.group} claims attack on {post} near {B.town}",
  "{n} killed as {A.group} shells {B.town}",
  "{A.group} denies role in {B.town} blast",
  "{A.group} and {B.group} clash near {A.town}",
];

const KINDS = {
  states: { headlines: HEADLINES_OF_STATES, sentences: OF_STATES },
  groups: { headlines: HEADLINES_OF_GROUPS, sentences: OF_GROUPS },
} as const;
export type ReportKind = keyof typeof KINDS;

/** A report as a template: names are slots still. Sentence by sentence it is decided which side is A. */
export interface ReportTemplate {
  readonly title: string | null;
  readonly text: string;
}

export function reportTemplate(kind: ReportKind, seed: number): ReportTemplate {
  const pick = generator(seed * 7919 + 17);
  // the first draws of neighbouring seeds are alike
  for (let i = 0; i < 8; i++) pick(2);
  const one = (items: readonly string[]): string => items[pick(items.length)]!;
  const made = (pattern: string): string => {
    const turned =
      pick(2) === 0 ? pattern : pattern.replace(/\b([AB])\./gu, (_, side) => (side === "A" ? "B." : "A."));
    return turned.replace(/\{(\w+)\}/gu, (_, name: string) => one(WORDS[name]!));
  };
  const { headlines, sentences } = KINDS[kind];
  const title = pick(3) > 0 ? made(one(headlines)) : null;
  const count = 2 + pick(4);
  const parts = Array.from({ length: count }, () => made(one(sentences)));
  const text = parts.map((part, i) => part + (i % 2 === 1 && i < count - 1 ? "\n\n" : " ")).join("");
  return { title, text: text.trim() };
}

/** Every sentence by itself, for the first looks at a change. */
export function eachSentence(kind: ReportKind, seed: number): readonly ReportTemplate[] {
  const pick = generator(seed);
  const { sentences } = KINDS[kind];
  const rest = " The road was closed for a week, and there was no school in the village.";
  return [...sentences].map((pattern) => ({
    title: null,
    text: (pattern + rest).replace(
      /\{(\w+)\}/gu,
      (_, name: string) => WORDS[name]![pick(WORDS[name]!.length)]!,
    ),
  }));
}
