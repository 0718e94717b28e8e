// Who did what to whom, by classes of language: active, passive, "by", nouns, words before the noun; and what is no role.
import { describe, expect, it } from "vitest";
import { valuesOf } from "./read-sentence.js";

type Case = readonly [sentence: string, perpetrator: readonly string[], target: readonly string[]];
const CLASSES: Readonly<Record<string, readonly Case[]>> = {
  active: [
    ["Eastern rebels shelled the port of Latakia on Thursday.", ["rebels"], ["port of Latakia"]],
    ["Government forces attacked a school in Homs on Thursday.", ["Government forces"], ["school"]],
    ["Russian warplanes bombed a bakery in Idlib on Thursday.", ["Russian warplanes"], ["bakery"]],
    ["The Islamic State attacked an army post in Deir ez-Zor on Thursday.", ["Islamic State"], ["army post"]],
    [
      "Turkish artillery shelled positions of Kurdish fighters in Afrin on Thursday.",
      ["Turkey"],
      ["positions of Kurdish fighters"],
    ],
    ["Al-Shabaab fighters stormed a hotel in Mogadishu on Thursday.", ["Al-Shabaab"], ["hotel"]],
    ["Fighters of al-Shabaab stormed a hotel in Mogadishu on Thursday.", ["al-Shabaab"], ["hotel"]],
    ["Taliban gunmen attacked a police post in Kandahar on Thursday.", ["Taliban"], ["police post"]],
  ],
  "what a preposition governs acts not": [
    [
      "Air strikes against the so-called Red Shield insurgents in northern Mali have killed nine people.",
      [],
      ["so-called Red Shield insurgents"],
    ],
    ["Shells that hit a clinic in northern Yemen killed nine people on Thursday.", [], ["clinic"]],
    ["In Gao around 20 rebels attacked a clinic on Thursday.", ["rebels"], ["clinic"]],
    ["A suicide attack in Kabul killed 25 soldiers and pro-government gunmen.", [], []],
  ],
  "blown up, dynamited, burned, sabotaged": [
    [
      "Rebels blew up a section of the Orito pipeline on Tuesday.",
      ["Rebels"],
      ["section of the Orito pipeline"],
    ],
    ["Guerrillas dynamited two power pylons near Huancayo on Sunday.", ["Guerrillas"], ["two power pylons"]],
    ["A car bomb blew up near a bakery in Kirkuk on Sunday.", [], ["bakery"]],
    ["Militants burned four churches in Kaduna on Sunday.", ["Militants"], ["four churches"]],
    [
      "Insurgents destroyed at least ten telecoms masts near Maiduguri on Friday.",
      ["Insurgents"],
      ["ten telecoms masts"],
    ],
    ["The town hall of Palma was burned by insurgents on Friday.", ["insurgents"], ["town hall of Palma"]],
    ["Men on a motorcycle machinegunned a bus in Lima on Friday.", ["Men"], ["bus"]],
    // what a state destroys may be anything
    ["Police destroyed three fields of poppies near Vellin on Friday.", [], []],
  ],
  "bombs laid, hurled, and what they damaged": [
    ["Two men hurled a bomb at a bank in Quito on Sunday.", ["Two men"], ["bank"]],
    ["Rebels planted explosives at a substation in Gao on Sunday.", ["Rebels"], ["substation"]],
    ["A bomb placed outside a bank on Tuesday went off in Kirkuk.", [], ["bank"]],
    [
      "The offices of a newspaper in Mersin were damaged by a bomb on Friday.",
      [],
      ["offices of a newspaper"],
    ],
    ["Gunmen sprayed a cafe in Kirkuk with bullets on Friday.", ["Gunmen"], ["cafe"]],
    ["The mayor placed a wreath at the tomb on Friday.", [], []],
  ],
  "whose murder": [
    ["Judges protested against Senator Ola Berg's murder in Lima on Friday.", [], ["Senator Ola Berg"]],
    ["The rebels' attack on a mill in Gao on Friday killed nobody.", ["rebels"], ["mill"]],
  ],
  "taken aside, or far from who is told": [
    [
      "The journalist Ola Berg, kidnapped 11 days ago in Gao, was released on Sunday.",
      [],
      ["journalist Ola Berg"],
    ],
    ["About 40 farmers have been kidnapped by bandits in Zamfara.", ["bandits"], ["40 farmers"]],
  ],
  passive: [
    ["A bakery in Idlib was bombed by Russian warplanes on Monday.", ["Russian warplanes"], ["bakery"]],
    ["A hotel in Mogadishu was stormed by al-Shabaab fighters on Thursday.", ["al-Shabaab"], ["hotel"]],
    ["A convoy was ambushed near Tikrit on Thursday.", [], ["convoy"]],
    ["The hospital in Aleppo was hit by a rocket fired by rebels on Monday.", ["rebels"], ["hospital"]],
  ],
  "hurt there": [
    ["Nearly 48 militants were killed in Gao in an operation launched on Thursday.", [], []],
    [
      "At least 16 people were injured in Gao, including two gang members hit during a raid by police.",
      ["police"],
      [],
    ],
    ["Two gang members were hit and injured in Gao on Thursday by rebels.", ["rebels"], []],
  ],
  "what carries the arms": [
    ["Gunmen on motorcycles stormed the market of Gao on Sunday.", ["Gunmen"], ["market of Gao"]],
    [
      "The army shot down a drone that flew towards the naval quay of Aden on Sunday.",
      [],
      ["naval quay of Aden"],
    ],
    ["A suicide bomber riding a motorcycle attacked a police post in Gao on Monday.", [], ["police post"]],
    ["An attack targeting a convoy in Gao on Tuesday killed two people.", [], ["convoy"]],
  ],
  "a share of it": [
    ["Half of the depot in Gao was hit by rockets on Thursday.", [], ["depot"]],
    ["Drones struck parts of the refinery near Ryazan on Thursday.", [], ["refinery"]],
    ["Rockets struck the northern half of Gao on Thursday.", [], ["Gao"]],
  ],
  "whose it is": [
    ["On Thursday the town recalled the Red Shield's killing of a judge in Gao.", ["Red Shield"], []],
    ["They recalled the Northern Front's attack on a mill in Gao on Thursday.", ["Northern Front"], ["mill"]],
  ],
  blamed: [
    [
      "Residents blamed Fulani herders for the attack on a school in Gao on Thursday.",
      ["Fulani herders"],
      ["school"],
    ],
    ["The mayor blamed the Red Shield for the raid on a mill in Gao on Thursday.", ["Red Shield"], ["mill"]],
    ["The mayor blamed bad roads in Gao and went home after the attack on a mill on Thursday.", [], ["mill"]],
  ],
  nouns: [
    ["The army carried out a raid on a market in Douma on Thursday.", ["army"], ["market"]],
    ["A raid by the army on a market in Douma killed six people on Thursday.", ["army"], ["market"]],
    ["The army's bombardment of Douma killed nine people on Thursday.", ["army"], ["Douma"]],
    ["Rebel shelling of a bus station in Damascus killed four people.", ["Rebel"], ["bus station"]],
  ],
  "a nation's arms": [
    ["Israeli air strikes hit an airfield near Homs on Thursday.", ["Israel"], ["airfield"]],
    ["Iraqi air strikes hit a depot in Tikrit on Thursday.", ["Iraq"], ["depot"]],
    ["An Israeli air strike killed nine people in Homs on Thursday.", ["Israel"], []],
  ],
  "arms act for nobody": [
    ["A rocket hit a bakery in Homs on Thursday.", [], ["bakery"]],
    ["A mortar shell fell on a house in Mosul on Thursday.", [], ["house"]],
    ["A car bomb exploded near a police station in Baghdad on Thursday.", [], ["police station"]],
  ],
  "those who act together": [
    [
      "Russian and Turkish jets bombed a bakery in Idlib on Thursday.",
      ["Russia", "Turkish jets"],
      ["bakery"],
    ],
    [
      "A mill in Idlib was shelled by the army and rebel forces on Thursday.",
      ["army", "rebel forces"],
      ["mill"],
    ],
  ],
  "who stands beside and does nothing": [
    ["A raid on a market in Rubkona held by rebel fighters killed nine people on Thursday.", [], ["market"]],
    [
      "Army units with the help of tribal fighters raided a camp in Marib on Thursday.",
      ["Army units"],
      ["camp"],
    ],
    ["A mill in a district controlled by rebels was shelled on Thursday.", [], ["mill"]],
  ],
  "an armed service": [
    ["The air force destroyed a warehouse in Khartoum on Thursday.", ["air force"], ["warehouse"]],
    ["Warplanes destroyed a warehouse in Khartoum on Thursday.", [], ["warehouse"]],
  ],
  "what an attack does besides": [
    ["The attack that took the war to the capital killed four people on Thursday.", [], []],
    ["An attack targeting a clinic in Gaza killed four people on Thursday.", [], ["clinic"]],
  ],
  "two by whom": [
    [
      "Raids by army helicopters and rebel fighters on a bakery in Mekelle killed nine people on Thursday.",
      ["army helicopters", "rebel fighters"],
      ["bakery"],
    ],
  ],
  "who names nobody": [
    ["Helicopters struck a bakery in Idlib on Thursday.", [], ["bakery"]],
    ["A suicide bomber attacked a bakery in Idlib on Thursday.", [], ["bakery"]],
    ["Reuters rocket attack on a bakery in Idlib killed two people on Thursday.", [], ["bakery"]],
  ],
  "where bombers stand": [
    ["A man blew himself up in front of a mosque in Kirkuk on Thursday.", [], ["mosque"]],
    ["A man blew himself up outside a bank in Kirkuk on Thursday.", [], ["bank"]],
    ["A bomb blew up on the edge of the market in Kirkuk on Thursday.", [], []],
  ],
  "what arms wreck": [
    ["A rocket destroyed a mill in Homs on Thursday.", [], ["mill"]],
    ["Workers destroyed a mill in Homs on Thursday.", [], []],
  ],
  "aims past times and places": [
    ["The army launched an attack at dawn on Thursday against a mill in Homs.", ["army"], ["mill"]],
    ["Rebels hit a convoy at a junction in Homs on Thursday.", ["Rebels"], ["convoy"]],
  ],
  "numbers are no aims": [
    ["Air strikes killed at least 19 villagers in Idlib on Thursday.", [], []],
    ["The army executed a pilot in Idlib on Thursday.", ["army"], []],
  ],
  "taken, seized, arrested": [
    ["Gunmen abducted two engineers near Kirkuk on Thursday.", ["Gunmen"], ["two engineers"]],
    ["Security forces arrested nine men in Najaf on Thursday.", ["Security forces"], ["nine men"]],
    ["Rebels seized three villages in the countryside of Hama on Thursday.", ["Rebels"], ["three villages"]],
  ],
  "a town is what was attacked where nothing nearer is told": [
    ["Rebels shelled Latakia on Thursday.", ["Rebels"], ["Latakia"]],
    ["Warplanes bombed the city of Homs on Thursday.", [], ["city of Homs"]],
    [
      "Paramilitaries shelled the Abu Shouk district of El Fasher.",
      ["Paramilitaries"],
      ["Abu Shouk district of El Fasher"],
    ],
    ["Warplanes bombed a bakery in the city of Homs on Thursday.", [], ["bakery"]],
    ["Shells killed nine people in the town on Thursday.", [], []],
    ["Rebels shelled the town on Thursday.", ["Rebels"], []],
  ],
  "the tail of a noun": [
    ["Nine people died in an attack late on Thursday by rebels on a mill near Homs.", ["rebels"], ["mill"]],
    [
      "Dozens were killed in strikes allegedly carried out by government troops in Kassala.",
      ["government troops"],
      [],
    ],
    ["Shells fired by rebels based in Goma on a school killed nine people.", ["rebels"], ["school"]],
    ["Nine people died in a raid near a village held by rebels in Idlib.", [], []],
    ["A report tells of the massacre that the army carried out in Tadamon on Thursday.", ["army"], []],
  ],
  "both sides of a clash": [
    ["Clashes on Monday between the army and rebels in Goma killed nine people.", ["army", "rebels"], []],
    ["The blast hit a bus between Goma and Bukavu on Monday.", [], ["bus"]],
  ],
  "who takes part": [
    ["Rebels took part in the attack on a mill in Homs on Thursday.", ["Rebels"], ["mill"]],
    ["The army was not involved in the attack on a mill in Homs on Thursday.", [], ["mill"]],
  ],
  "letters that no table has": [
    ["The QRX fired ten rockets at a mill near Goma on Thursday.", ["QRX"], ["mill"]],
    ["NINE PEOPLE DIED WHEN ROCKETS HIT A MILL IN HOMS.", [], ["MILL"]],
  ],
  "the order of words": [
    ["Rebel groups targeted on Thursday morning a mill with mortars.", ["Rebel groups"], ["mill"]],
    ["Heavy air strikes hit rebel positions near Goma on Thursday.", [], ["rebel positions"]],
    [
      "On Thursday two clinics and a bank in the old quarter of Goma were hit by shells.",
      [],
      ["two clinics", "bank"],
    ],
    ["One of their depots was hit by a shell in Goma on Thursday.", [], ["depots"]],
    ["Rebels based in the old quarter of Goma targeted a mill on Thursday.", ["Rebels"], ["mill"]],
    [
      "An army raid near Goma, where rebels are battling the police, killed two women.",
      ["army", "rebels"],
      ["police"],
    ],
  ],
  "things attacked together": [
    ["Warplanes bombed a clinic and a public market in Homs on Thursday.", [], ["clinic", "public market"]],
    ["Gunmen attacked a hotel in Goma and police on Thursday.", ["Gunmen"], ["hotel"]],
  ],
  "who is killed is counted": [
    [
      "The army mourned after the assassination of Lieutenant General Rami Haddad in Homs on Thursday.",
      [],
      ["Lieutenant General Rami Haddad"],
    ],
    ["The army mourned after the killing of a minister in Homs on Thursday.", [], []],
  ],
  "those hurt do nothing": [
    ["Rebels shelled a mill in Goma, killing 8 soldiers, injuring nine guards.", ["Rebels"], ["mill"]],
    ["Four soldiers were injured on Thursday after rockets hit a mill in Goma.", [], ["mill"]],
  ],
  "who only speaks does nothing": [
    ["The army said that rebels had fired rockets at a school in Aleppo.", ["rebels"], ["school"]],
    ["A guard told the army that rockets landed near a mill in Aleppo on Thursday.", [], []],
  ],
};

for (const [name, cases] of Object.entries(CLASSES))
  describe(`roles: ${name}`, () => {
    for (const [sentence, perpetrator, target] of cases)
      it(sentence, () =>
        expect({
          perpetrator: valuesOf(sentence, "perpetrator"),
          target: valuesOf(sentence, "target"),
        }).toEqual({
          perpetrator,
          target,
        }),
      );
  });
