// Killed and injured by classes of language: who is counted, how many, and what is a part of what. Sentences are made for these tests.
import { describe, expect, it } from "vitest";
import type { Count } from "../../../src/model/count.js";
import { readSentence } from "./read-sentence.js";

/** "killed 8 villagers" for each casualty claim, in order; "8+" at least, "-8" at most, "~" about. */
function casualties(sentence: string): string[] {
  return readSentence(sentence).casualties.map((claim) => {
    const { count, who } = claim.value as { count: Count; who: string | null };
    return [claim.attribute, told(count), who].filter((part) => part !== null).join(" ");
  });
}

function told({ min, max, approx }: Count): string {
  const about = approx === true ? "~" : "";
  if (min === max) return `${about}${min}`;
  if (max === undefined) return `${about}${min}+`;
  return min === undefined ? `${about}-${max}` : `${about}${min}-${max}`;
}

const CLASSES: Readonly<Record<string, readonly (readonly [sentence: string, ...claims: string[]])[]>> = {
  active: [
    ["The blast killed eight villagers.", "killed 8 villagers"],
    ["A shell wounded two nurses near Homs on Friday.", "injured 2 nurses"],
    ["Gunmen shot dead a judge outside his house.", "killed 1 judge"],
    ["The raid killed five villagers and three soldiers.", "killed 5 villagers", "killed 3 soldiers"],
    ["The bomb killed four people and injured 11.", "killed 4", "injured 11"],
    ["The strike killed at least 20 people.", "killed 20+"],
    ["The strike killed up to 20 people.", "killed -20"],
    ["The strike killed about 30 miners.", "killed ~30 miners"],
    ["The strike killed a further 33 miners.", "killed 33 miners"],
    ["A suspected gas attack left dozens dead.", "killed ~24+"],
    ["A rocket fell on a farm, killing a shepherd and his two sons.", "killed 1 shepherd", "killed 2 sons"],
    ["The attack claimed the lives of nine pilgrims.", "killed 9 pilgrims"],
    ["The attack left six people dead and ten wounded.", "killed 6", "injured 10"],
    ["The bombing left dozens injured.", "injured ~24+"],
    ["Shells killed a family of five in Taiz.", "killed 5 family of five"],
    ["A bomber killed 30 people injured 90 in Taiz.", "killed 30", "injured 90"],
    ["Three people two of them children died.", "killed 3", "killed 2 children"],
    [
      "Shells killed 22 people in a village on Monday seven of them children.",
      "killed 22",
      "killed 7 children",
    ],
    ["Some 150 people have fallen victim to the gas.", "killed ~150"],
    ["On May 19, eleven soldiers were killed.", "killed 11 soldiers"],
    ["Gunmen killed two nurses, a nurses' union said.", "killed 2 nurses"],
  ],
  passive: [
    ["Eight villagers were killed in the raid.", "killed 8 villagers"],
    ["Two nurses have been wounded.", "injured 2 nurses"],
    ["A judge was shot dead in Basra.", "killed 1 judge"],
    ["Four people were killed and eleven injured.", "killed 4", "injured 11"],
    ["Four soldiers were killed and eleven others were wounded.", "killed 4 soldiers", "injured 11"],
    ["Hundreds of villagers were injured.", "injured ~200+ villagers"],
    ["As many as 12 guards were killed.", "killed -12 guards"],
    ["More than 40 civilians were killed.", "killed 40+ civilians"],
    ["Nobody was hurt.", "injured 0"],
  ],
  intransitive: [
    ["Eight villagers died in the raid.", "killed 8 villagers"],
    ["Three firefighters lost their lives.", "killed 3 firefighters"],
    ["Nine sailors suffered injuries.", "injured 9 sailors"],
    ["Five soldiers sustained serious wounds.", "injured 5 soldiers"],
    ["Six nurses experienced breathing difficulties.", "injured 6 nurses"],
    ["Three soldiers were being evaluated for head injuries.", "injured 3 soldiers"],
  ],
  nouns: [
    ["The raid led to the death of eight villagers.", "killed 8 villagers"],
    ["They mourned the deaths of eight villagers.", "killed 8 villagers"],
    ["The mayor reported eight deaths.", "killed 8"],
    ["The hospital counted six fatalities and 14 injuries.", "killed 6", "injured 14"],
    ["There were three casualties.", "killed 3", "injured 3"],
  ],
  parts: [
    [
      "Two nurses and a child were among nine people killed in Khartoum.",
      "killed 9",
      "killed 2 nurses",
      "killed 1 child",
    ],
    [
      "Ten children and three medics were among 48 people executed near Bucha.",
      "killed 48",
      "killed 10 children",
      "killed 3 medics",
    ],
    [
      "The ambush claimed the lives of nine loyalists and three rebels.",
      "killed 9 loyalists",
      "killed 3 rebels",
    ],
    ["The raid killed 15 people, including four children.", "killed 15", "killed 4 children"],
    [
      "Fifteen people, including four children and two women, were killed.",
      "killed 15",
      "killed 4 children",
      "killed 2 women",
    ],
    ["Among the dead were three children.", "killed 3 children"],
    ["Among the wounded were three children.", "injured 3 children"],
    [
      "Among the dead were two girls under the age of 18 and three women.",
      "killed 2 girls",
      "killed 3 women",
    ],
    ["Three children were among the dead.", "killed 3 children"],
    ["The shelling wounded nine people, among them a nurse.", "injured 9", "injured 1 nurse"],
    ["Eleven people were killed, six of them women.", "killed 11", "killed 6 women"],
    [
      "Nine villagers including a boy and a nurse were killed.",
      "killed 9 villagers",
      "killed 1 boy",
      "killed 1 nurse",
    ],
    ["Two boys and three women were among the dead.", "killed 2 boys", "killed 3 women"],
    ["A mother and her son were killed.", "killed 2 A mother and her son"],
    ["Twelve of the wounded were in a critical condition.", "injured 12 the wounded"],
    ["Ambulances took dozens of wounded to Homs.", "injured ~24+"],
    [
      "Two brothers aged six and nine and a neighbour were killed.",
      "killed 1 neighbour",
      "killed 2 brothers",
    ],
    ["A woman, 34, and her son, 9, were killed.", "killed 2 A woman, 34, and her son, 9"],
    [
      "A girl (7), her mother, 31, and two soldiers died.",
      "killed 2 soldiers",
      "killed 1 girl",
      "killed 1 mother",
    ],
    ["Six of our fighters were martyred.", "killed 6 fighters"],
    ["The army lost six of its own soldiers.", "killed 6 soldiers"],
    ["The army lost contact with two soldiers."],
    ["Three of the wounded died during the night.", "killed 3 the wounded"],
    ["Five of the injured have since died of burns.", "killed 5 the injured"],
    ["Five of the wounded and a doctor died in the shelling.", "killed 1 doctor", "injured 5 the wounded"],
    ["A boy who was wounded in the strike on the market died in hospital.", "killed 1 boy"],
    ["Of the 14 who were wounded, three died.", "injured 14", "killed 3"],
    ["A woman who was wounded said that her son died.", "killed 1 son"],
    ["Dozens of burned out cars lined the road."],
    ["At least 17 people, most of them members of one family, were killed.", "killed 17+"],
    ["The raid killed 15 people, including children.", "killed 15"],
    ["Six miners were killed while nine others were hurt.", "killed 6 miners", "injured 9"],
  ],
  tolls: [
    ["The mayor put the number of civilians killed at 13.", "killed 13 civilians"],
    ["The governor gave a lower toll of 31 people killed.", "killed 31"],
    ["The death toll rose to 31.", "killed 31"],
    ["The number of wounded reached 120.", "injured 120"],
    ["The death toll has climbed to at least 31.", "killed 31+"],
    [
      "The death toll from a bomb blast on a crowded market outside the old town of Kirkuk reached 31.",
      "killed 31",
    ],
  ],
  none: [
    ["There were no casualties.", "killed 0", "injured 0"],
    ["The attack caused no injuries.", "injured 0"],
    ["The rockets did not cause any casualties.", "killed 0", "injured 0"],
    ["The strike ended without injuries.", "injured 0"],
    ["No one was killed.", "killed 0"],
    ["No civilians were killed or wounded.", "killed 0 civilians", "injured 0 civilians"],
  ],
  unknown: [
    ["There was no word on casualties."],
    ["The number of casualties was not clear."],
    ["Details of the dead were not given."],
  ],
  headlines: [
    ["Eight killed in Homs raid", "killed 8"],
    ["8 dead, 20 wounded in market blast", "killed 8", "injured 20"],
    ["Rocket attack kills three in Mosul", "killed 3"],
    ["At least 12 killed in twin bombings", "killed 12+"],
    ["Car bomb kills 5, injures 17", "killed 5", "injured 17"],
  ],
  "people fought with are no part": [
    ["Three soldiers were killed in clashes with militants near Kirkuk.", "killed 3 soldiers"],
    ["Three soldiers were killed in clashes with the Houthis.", "killed 3 soldiers"],
  ],
  "people who are not among them": [
    [
      "The raid hit a mill killing nine children and 14 others local activists reported.",
      "killed 9 children",
      "killed 14",
    ],
    ["Many mourners fled while the dead and wounded lay in the street."],
    ["The army fought the rebel groups, inflicting casualties."],
    [
      "The toll in a raid on buses carrying families evacuated from two towns has risen to at least 40.",
      "killed 40+",
    ],
    ["A shell killed nine miners, a rescue worker said.", "killed 9 miners"],
  ],
  "one person, named": [
    ["They recalled the killing of militia commander Abu Selim.", "killed 1 militia commander Abu Selim"],
    ["The assassination of district judge Arno Vell shocked many.", "killed 1 judge Arno Vell"],
    ["Senator Ola Berg's murder angered the town.", "killed 1 Senator Ola Berg"],
    ["The banker Ola Berg was murdered on Tuesday.", "killed 1 banker Ola Berg"],
    ["Inspector Ola Berg died in the explosion.", "killed 1 Inspector Ola Berg"],
    ["Mayor Ida Moen was wounded when a grenade went off.", "injured 1 Mayor Ida Moen"],
  ],
  "nobody who says that he did it": [
    ["No group claimed responsibility for the murder."],
    ["A bishop was bludgeoned to death in his garage.", "killed 1 bishop"],
  ],
  "those who belong to somebody": [
    ["His driver and one of his bodyguards were killed.", "killed 2 driver and one of his bodyguards"],
    [
      "The mayor was hurt in a terrorist attack in which two guards died.",
      "injured 1 mayor",
      "killed 2 guards",
    ],
  ],
  "in quotation marks": [
    ["The army said it had killed 11 “raiders” in the hills.", "killed 11 raiders"],
    ['The army said it had killed 11 "raiders" in the hills.', "killed 11 raiders"],
  ],
  "another toll before it": [
    ["A medic gave the number of dead as 41 and said 52 people were wounded.", "injured 52", "killed 41"],
    ["A guard and 52 miners were wounded.", "injured 52 miners", "injured 1 guard"],
  ],
  "no people": [
    ["The vote killed the plan."],
    ["The column killed traffic in the town, Governor Arno Vell said."],
    ["The strike destroyed eight houses."],
    ["He was 31 and lived in Homs."],
    ["The raid came 12 days after the truce."],
    ["The price of bread rose to 31 pounds."],
  ],
  "without commas or apostrophes": [
    [
      "The shelling killed 6 people including 2 children and wounded 14 others.",
      "killed 6",
      "killed 2 children",
      "injured 14",
    ],
    ["He said 11 fighters were killed and 5 tanks were destroyed.", "killed 11 fighters"],
    ["The towns hospital received 9 dead and 21 wounded.", "killed 9", "injured 21"],
    [
      "At least 7 members of one family were killed when a barrel bomb hit their house.",
      "killed 7+ members of one family",
    ],
    ["Didnt cause casualties the mayor said."],
  ],
};

for (const [name, cases] of Object.entries(CLASSES))
  describe(`casualties: ${name}`, () => {
    for (const [sentence, ...claims] of cases)
      it(sentence, () => expect(casualties(sentence)).toEqual(claims));
  });
