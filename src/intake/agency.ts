/** Whose document it is: the office named most, its district and province where they are named beside it. */
import { mostLike } from './compare.ts';
import type { DraftAgency } from './draft.ts';
import type { Findings } from './finding.ts';
import { isDistrictOf, PROVINCES } from './provinces.ts';
import type { TextLine } from './source.ts';

const TYPES: readonly (readonly [RegExp, type: string, short: string])[] = [
  [/องค์การบริหารส่วนตำบล|อบต\./, 'องค์การบริหารส่วนตำบล', 'อบต.'],
  [/องค์การบริหารส่วนจังหวัด|อบจ\./, 'องค์การบริหารส่วนจังหวัด', 'อบจ.'],
  [/เทศบาลตำบล|ทต\./, 'เทศบาลตำบล', 'ทต.'],
  [/เทศบาลเมือง|ทม\./, 'เทศบาลเมือง', 'ทม.'],
  [/เทศบาลนคร|ทน\./, 'เทศบาลนคร', 'ทน.'],
];
const NAMED =
  /(องค์การบริหารส่วนตำบล|องค์การบริหารส่วนจังหวัด|เทศบาลตำบล|เทศบาลเมือง|เทศบาลนคร|(?<![ก-๙.])(?:อบต|อบจ|ทต|ทม|ทน)\.(?=[ก-๙]))\s*([ก-๙]{2,40})/g;
/** Words that follow an office's kind without naming it. */
const NO_NAME =
  /^(?:ประจำ|ได้|จึง|ขอ(?!น)|ที่|และ|หรือ|ของ|ในการ|เรื่อง|ปฏิบัติ|เพื่อ|โดย|ผ่าน|ทราบ|ตาม|ให้|นี้|แห่ง|อื่น|ทุก|เป็น|ต้อง|สามารถ|มี$|ต่อ|ณ$|พร้อม|ฯ|เข้า|จัด|ดำเนิน|สังกัด|อำเภอ|จังหวัด|หมาย|ตัวชี้วัด)/;
const PLACE =
  /(?:(?:อำเภอ|(?<![ก-๙])อ\.)\s*([ก-๙]{2,30}?)\s*|(?<=(?:เทศบาล|องค์การบริหารส่วน)[ก-๙]{3,40}\s*))(?:จังหวัด|(?<![ก-๙])จ\.)\s*([ก-๙]{3,20})/g;

export function agencyOf(lines: readonly TextLine[], findings: Findings): DraftAgency {
  const offices = officesIn(lines);
  const [first, second] = [...offices.values()].sort((a, b) => b.weight - a.weight);
  if (first === undefined) {
    findings.doubt(1, 'agency.name', 'agency-unclear', '');
    return { name: null, shortName: null, type: null, subdistrict: null, district: null, province: null };
  }
  if (second !== undefined && second.weight * 2 > first.weight)
    findings.doubt(
      second.line,
      'agency.name',
      'agency-unclear',
      second.type + second.name,
      first.type + first.name,
    );
  const { type, name, short } = first;
  const place = placeOf(lines, first, findings);
  const isDistrict = type === 'องค์การบริหารส่วนตำบล' || type === 'เทศบาลตำบล';
  return {
    name: type + name,
    shortName: short + name,
    type,
    subdistrict: isDistrict ? name : null,
    ...place,
  };
}

interface Office {
  readonly type: string;
  readonly short: string;
  readonly name: string;
  readonly line: number;
  weight: number;
}

/** Offices named, weighted: beside their district, near the beginning, in full. A longer run counts for its beginning. */
function officesIn(lines: readonly TextLine[]): Map<string, Office> {
  const runs = lines.flatMap(({ line, text }, at) =>
    [...text.matchAll(NAMED)].flatMap((match) => {
      const kind = TYPES.find(([pattern]) => pattern.test(match[1] ?? ''));
      const run = (match[2] ?? '').split(/(?=อำเภอ|จังหวัด|ประจำปี)/)[0] ?? '';
      if (kind === undefined || NO_NAME.test(run) || run.length < 2) return [];
      const placed = /^\s*(?:ตำบล\S+\s*)?อำเภอ/.test(
        text
          .slice(match.index + (match[1]?.length ?? 0))
          .replace(run, '')
          .trimStart(),
      );
      const weight = (placed ? 3 : 0) + (at < 12 ? 2 : 1);
      return [{ line, run, kind, weight }];
    }),
  );
  const offices = new Map<string, Office>();
  const whole = [...new Set(runs.map(({ run }) => run))].sort((a, b) => a.length - b.length);
  for (const { line, run, kind, weight } of runs) {
    const name =
      whole.find(
        (shorter) =>
          shorter.length >= 3 && run.startsWith(shorter) && /^[ก-ฮเ-ไ]|^$/.test(run.slice(shorter.length)),
      ) ?? run;
    const key = kind[1] + name;
    const office = offices.get(key) ?? { type: kind[1], short: kind[2], name, line, weight: 0 };
    office.weight += weight;
    offices.set(key, office);
  }
  return offices;
}

interface Place {
  readonly district: string | null;
  readonly province: string | null;
}

/** District and province, where the line that names them names this office too and nothing contradicts it. */
function placeOf(lines: readonly TextLine[], office: Office, findings: Findings): Place {
  const districts = new Map<string, number>();
  const provinces = new Map<string, number>();
  const seen: { line: number; written: string; district: string }[] = [];
  for (const [at, { line, text }] of lines.entries()) {
    for (const match of text.matchAll(PLACE)) {
      const [written, district, run = ''] = match;
      const province = PROVINCES.find((known) => run.startsWith(known));
      const near = `${lines[at - 1]?.text ?? ''}${text.slice(Math.max(0, match.index - 120), match.index)}`;
      const own = near.replace(/\s+/g, '').includes(office.name);
      if (province === undefined || !own) {
        const like = province ?? mostLike(run, PROVINCES, (known) => known, 0.6)?.found ?? null;
        findings.doubt(line, 'agency.district', 'place-unclear', written, like);
        continue;
      }
      if (district !== undefined && !isDistrictOf(district, province))
        findings.doubt(line, 'agency.district', 'place-unclear', written, `เมือง${province}`);
      else if (district !== undefined) {
        seen.push({ line, written, district });
        districts.set(district, (districts.get(district) ?? 0) + 1);
      }
      provinces.set(province, (provinces.get(province) ?? 0) + 1);
    }
  }
  const only = (votes: ReadonlyMap<string, number>) =>
    votes.size === 1 ? ([...votes.keys()][0] ?? null) : null;
  if (districts.size > 1) {
    for (const { line, written, district } of seen)
      findings.doubt(
        line,
        'agency.district',
        'place-unclear',
        written,
        [...districts.keys()].filter((d) => d !== district).join(' / '),
      );
  }
  return { district: only(districts), province: only(provinces) };
}
