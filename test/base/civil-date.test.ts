import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  civilDate,
  dayNumber,
  isCivil,
  isoDate,
  isoWeek,
  weekdayOf,
} from "../../src/base/civil-date.js";

describe("civil dates", () => {
  it("agree with the calendar of the language, in UTC", () => {
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 2_900_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        const civil = civilDate(day);
        return (
          civil.year === date.getUTCFullYear() &&
          civil.month === date.getUTCMonth() + 1 &&
          civil.day === date.getUTCDate() &&
          weekdayOf(day) % 7 === date.getUTCDay() &&
          dayNumber(civil) === day
        );
      }),
    );
  });

  it("know weeks, months and what is no date", () => {
    expect(isoWeek(dayNumber({ year: 2021, month: 1, day: 1 }))).toEqual({ year: 2020, week: 53 });
    expect(isoDate(dayNumber(addMonths({ year: 2020, month: 1, day: 31 }, 1)))).toBe("2020-02-29");
    expect(isCivil({ year: 2021, month: 2, day: 29 })).toBe(false);
    expect(isCivil({ year: 2021, month: 13, day: 1 })).toBe(false);
  });
});
