import { describe, expect, it } from 'vitest';
import { firstNameOf, nameAmong, peopleCalled, peopleLike } from '../../src/chat/person-names.ts';

const person = (id: string, name: string, ...divisions: string[]) => ({ id, name, divisions });
const PEOPLE = [
  person('kong', 'นายก้อง เรื่องสมมุติ', 'กองช่าง', 'ช่าง'),
  person('kong-2', 'ว่าที่ร้อยตรีก้อง  ตัวอย่างดี', 'กองคลัง', 'คลัง'),
  person('fah', 'นางฟ้า จำลองสุข', 'กองคลัง', 'คลัง'),
  person('nong', 'นางสาวน้องนุช นิทานงาม', 'กองช่าง', 'ช่าง'),
  person('chat', 'น.ส. ชาติ สมมุติวงศ์', 'กองคลัง'),
];
const called = (said: string) => peopleCalled(said, PEOPLE).map(({ id }) => id);

describe('a name means', () => {
  it.each<[string, string[]]>([
    ['ก้อง', ['kong', 'kong-2']],
    ['พี่ก้อง', ['kong', 'kong-2']],
    ['นายก้อง เรื่องสมมุติ', ['kong']],
    ['ก้อง เรื่องสมมุติ', ['kong']],
    ['ก้องเรื่องสมมุติ', ['kong']],
    ['ว่าที่ร้อยตรีก้อง ตัวอย่างดี', ['kong-2']],
    ['ก้อง กองคลัง', ['kong-2']],
    ['ก้อง ช่าง', ['kong']],
    ['ฟ้า', ['fah']],
    ['คุณฟ้า', ['fah']],
    ['นางฟ้า', ['fah']],
    // น้อง may be what he is called, or begin his name.
    ['น้องนุช', ['nong']],
    ['ชาติ', ['chat']],
    ['ก้', []],
    ['เรื่องสมมุติ', []],
    ['', []],
    ['constructor', []],
  ])('%j: %j', (said, ids) => {
    expect(called(said)).toEqual(ids);
  });

  it.each([
    ['ชาต', ['chat']],
    ['ก้องง', ['kong', 'kong-2']],
    ['สมหมาย', []],
    // Two letters of three are another name.
    ['ฟัน', []],
    ['ชาย', []],
    ['', []],
  ])('like %j: %j', (said, ids) => {
    expect(peopleLike(said, PEOPLE).map(({ id }) => id)).toEqual(ids);
  });

  it('in full, with the division where even that is shared', () => {
    const twins = [person('1', 'นางแก้ว สมมุติ', 'กองช่าง'), person('2', 'นางแก้ว สมมุติ', 'กองคลัง'), ...PEOPLE];
    expect(twins.slice(0, 3).map((one) => nameAmong(one, twins))).toEqual([
      'นางแก้ว สมมุติ กองช่าง',
      'นางแก้ว สมมุติ กองคลัง',
      'นายก้อง เรื่องสมมุติ',
    ]);
  });

  it('has a first one', () => {
    expect(PEOPLE.map(({ name }) => firstNameOf(name))).toEqual(['ก้อง', 'ก้อง', 'ฟ้า', 'น้องนุช', 'ชาติ']);
  });
});
