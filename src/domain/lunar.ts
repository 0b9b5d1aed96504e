/**
 * The four feasts of the Thai civil lunar calendar (ปฏิทินจันทรคติราชการ), by arithmetic: a year has 354 days, one with an
 * extra eighth month (อธิกมาส) 30 more, one with an extra day (อธิกวาร) 1 more, and the feasts lie at fixed distances from
 * its beginning. Which year is of which kind follows no formula: the tables below are the published ones. Where the
 * Cabinet's list differs the list is right; this only proposes (`proposed-holidays.ts`).
 */
import { addDays, type Day } from './calendar.ts';

/** The first day of the lunar year that holds the feasts of CE 1914 (ขึ้น 1 ค่ำ เดือนอ้าย). */
const BEGINNING: Day = '1913-11-28';
const FIRST = 1914;
const LAST = 2057;

/**
 * CE years with an extra eighth month, and with an extra day; complete from 1914 to 2057. Source: the table of civil lunar
 * years B.E. 2300–2700 as Thai almanacs print it (myhora.com), which the Python project `holidays` (MIT) also names.
 */
const EXTRA_MONTH = years(
  '1915 1918 1920 1923 1926 1928 1931 1934 1937 1939 1942 1944 1947 1950 1953 1956 1958 1961 1964 1966 1969 1972 1975',
  '1977 1980 1983 1985 1988 1991 1994 1996 1999 2002 2004 2007 2010 2012 2015 2018 2021 2023 2026 2029 2031 2034 2037',
  '2040 2042 2045 2048 2050 2053 2056',
);
const EXTRA_DAY = years(
  '1914 1917 1925 1929 1933 1936 1945 1949 1952 1957 1963 1970 1973 1979 1987 1990 1997 2000 2006 2009 2016 2020 2025',
  '2032 2035 2043 2046 2052 2055',
);

/** Where the feasts lie, in days after the year's beginning. */
const COMMON = { makha: 73, visakha: 161, asanha: 220 };
const WITH_DAY = { ...COMMON, asanha: 221 };
/** Each a month later, the last in the second eighth month. */
const WITH_MONTH = { makha: 102, visakha: 191, asanha: 250 };

export interface LunarFeasts {
  /** วันมาฆบูชา */
  readonly makha: Day;
  /** วันวิสาขบูชา */
  readonly visakha: Day;
  /** วันอาสาฬหบูชา */
  readonly asanha: Day;
  /** วันเข้าพรรษา */
  readonly khaoPhansa: Day;
}

/** The feasts of a Buddhist calendar year; null before 2457 and after 2600: of what kind those years are is not known here. */
export function lunarFeasts(year: number): LunarFeasts | null {
  const ce = year - 543;
  if (!Number.isInteger(ce) || ce < FIRST || ce > LAST) return null;
  let days = 0;
  for (let before = FIRST; before < ce; before += 1) {
    days += 354 + (EXTRA_MONTH.has(before) ? 30 : EXTRA_DAY.has(before) ? 1 : 0);
  }
  const after = EXTRA_MONTH.has(ce) ? WITH_MONTH : EXTRA_DAY.has(ce) ? WITH_DAY : COMMON;
  const on = (offset: number) => addDays(BEGINNING, days + offset);
  const { makha, visakha, asanha } = after;
  return { makha: on(makha), visakha: on(visakha), asanha: on(asanha), khaoPhansa: on(asanha + 1) };
}

function years(...lines: readonly string[]): ReadonlySet<number> {
  return new Set(lines.join(' ').split(' ').map(Number));
}
