// Sides that exchange their names: states, armed groups, ministries and persons, agencies and towns, each with names of the
// shipped tables, in sets of like kind. Whoever stands in a set may take the place of any other of it.

/** The names of one side, by what they name. A name with "the " in front is used with its article. */
export interface Side {
  /** How the names of the side are told apart in a failure. */
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  /** What the tables call what those names name, by the same keys with a number, "|" between. */
  readonly known?: Readonly<Record<string, string>>;
}

const states = (lines: string): readonly Side[] =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [adjective, country, people, agency, town, otherTown] = line.split("|") as [string, ...string[]];
      return {
        id: country!.replace(/^the /u, ""),
        names: {
          adjective,
          country: country!,
          people: people!,
          agency: agency!,
          town: town!,
          otherTown: otherTown!,
        },
      };
    });

/** adjective | country | its people | a news agency or broadcaster | two towns of some size, neither a capital */
export const STATES = states(`
Russian|Russia|Russians|TASS|Belgorod|Kursk
Ukrainian|Ukraine|Ukrainians|Ukrinform|Kharkiv|Poltava
Israeli|Israel|Israelis|Haaretz|Haifa|Ashkelon
Iranian|Iran|Iranians|Tasnim|Isfahan|Tabriz
Iraqi|Iraq|Iraqis|Shafaq News|Mosul|Kirkuk
Syrian|Syria|Syrians|SANA|Homs|Aleppo
Turkish|Turkey|Turks|Anadolu|Adana|Gaziantep
Saudi|Saudi Arabia|Saudis|Al Arabiya|Najran|Abha
Yemeni|Yemen|Yemenis|Al Masirah|Taiz|Marib
American|the United States|Americans|Bloomberg News|Omaha|Tulsa
Indian|India|Indians|ANI|Jammu|Amritsar
Pakistani|Pakistan|Pakistanis|Dawn|Quetta|Peshawar
Egyptian|Egypt|Egyptians|Mada Masr|Ismailia|Arish
Libyan|Libya|Libyans|LANA|Benghazi|Misrata
Ethiopian|Ethiopia|Ethiopians|Xinhua|Mekelle|Gondar
Somali|Somalia|Somalis|SONNA|Kismayo|Baidoa
Nigerian|Nigeria|Nigerians|Premium Times|Maiduguri|Kaduna
Colombian|Colombia|Colombians|El Tiempo|Cali|Cucuta
`);

/** States whose bodies no table names. */
export const OTHER_STATES = states(`
Eritrean|Eritrea|Eritreans|Reuters|Assab|Keren
Armenian|Armenia|Armenians|AFP|Gyumri|Vanadzor
Ghanaian|Ghana|Ghanaians|Kyodo News|Kumasi|Tamale
Peruvian|Peru|Peruvians|AP|Arequipa|Trujillo
Ecuadorian|Ecuador|Ecuadorians|Al Jazeera|Guayaquil|Cuenca
Cambodian|Cambodia|Cambodians|Sky News|Battambang|Kampot
Rwandan|Rwanda|Rwandans|CNN|Gisenyi|Butare
Bolivian|Bolivia|Bolivians|the Guardian|Potosi|Oruro
Chadian|Chad|Chadians|Deutsche Welle|Sarh|Moundou
Kenyan|Kenya|Kenyans|Le Monde|Garissa|Mombasa
`);

const groups = (lines: string): readonly Side[] =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [group, town, otherTown] = line.split("|") as [string, string, string];
      return { id: group.replace(/^the /u, ""), names: { group, town, otherTown } };
    });

/**
 * an armed group as reports name it | two towns of the war that it is in: a day's drive apart, and neither in a province that has the
 * other's name, as "Idlib" may be the province around Ariha
 */
export const GROUPS = groups(`
Hezbollah|Sidon|Tyre
Hamas|Rafah|Beit Hanoun
the Taliban|Kandahar|Kunduz
the Houthis|Saada|Dhamar
the Islamic State|Raqqa|Tal Afar
al-Shabaab|Kismayo|Baidoa
Boko Haram|Maiduguri|Damaturu
the Rapid Support Forces|Nyala|El Fasher
the Syrian Democratic Forces|Manbij|Kobani
the PKK|Hakkari|Nusaybin
the M23|Goma|Bukavu
Jaish al-Islam|Douma|Palmyra
Ahrar al-Sham|Idlib|Azaz
Islamic Jihad|Jenin|Hebron
the ELN|Cucuta|Arauca
the Arakan Army|Sittwe|Mandalay
Kataib Hezbollah|Ramadi|Fallujah
the Wagner Group|Bakhmut|Luhansk
`);

/** Persons of no table: they stand for officers, ministers and spokesmen of any side. */
export const PERSONS: readonly (readonly [string, string])[] = [
  ["Ola Berg", "Nils Haugen"],
  ["Ida Moen", "Kari Lund"],
  ["Samir Haddad", "Tarek Nassar"],
  ["Pavlo Koval", "Anton Sokolov"],
];

/** The side with one of a pair of persons who speak for it, and an agency where it has none of its own. */
export function withPerson(side: Side, pair: number, which: 0 | 1): Side {
  const agency = which === 0 ? "Reuters" : "AFP";
  return { ...side, names: { agency, ...side.names, person: PERSONS[pair % PERSONS.length]![which] } };
}
