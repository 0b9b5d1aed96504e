/** Everything said about who sees to what, in every way an office allows. */
import type { Outgoing } from '../../src/chat/outgoing.ts';
import {
  askActingSpan,
  askLeave,
  askPerson,
  sayActing,
  sayActingBefore,
  sayActingEnded,
  sayAsBefore,
  sayAssigned,
  sayDeputy,
  sayHandedOver,
  sayLeft,
  sayNobodyCalled,
  sayReceivers,
  sayWork,
} from '../../src/chat/say-duties.ts';
import { sayMembers } from '../../src/chat/say-members.ts';
import type { Scene } from '../../src/chat/scene.ts';
import type { Item } from '../../src/domain/agency.ts';
import type { DomainEvent, RoleIn } from '../../src/domain/event.ts';
import { itemsOf, openPlans } from '../../src/domain/item.ts';
import { NOW } from './scenes.ts';

const direct = (scene: Scene): Scene => ({ ...scene, group: null });
const divisions = (scene: Scene) => (scene.agency.profile?.divisions ?? []).map(({ code }) => code);
const all = (scene: Scene): Item[] =>
  openPlans(scene.agency).flatMap((plan) => itemsOf(scene.agency, plan.year));
/** None, one, all. */
const choices = (scene: Scene): readonly (readonly string[])[] => [[], ['finance'], divisions(scene)];

const HANDED = ['finance-staff', 'works-staff'] as const;
const ACTED: readonly RoleIn[] = [
  { role: 'head', division: 'works' },
  { role: 'head', division: 'unknown' },
  { role: 'executive', post: 'palad' },
  { role: 'coordinator' },
];

/** What moves: nothing, one of each, everything there is. */
const movings = (scene: Scene): DomainEvent[][] => {
  const items = all(scene).map(
    ({ id }): DomainEvent => ({ type: 'item-assigned', v: 1, item: id, person: 'works-staff', deputy: null }),
  );
  const receives = [...divisions(scene), 'unknown'].map(
    (division, index): DomainEvent => ({
      type: 'receivers-set',
      v: 1,
      division,
      members: index % 2 === 0 ? ['works-staff'] : [],
    }),
  );
  const deputies = Object.keys(scene.agency.members).map(
    (member): DomainEvent => ({ type: 'deputy-set', v: 1, member, deputy: 'works-staff' }),
  );
  return [
    [],
    [items, receives, deputies].flatMap((list) => list.slice(0, 1)),
    [...items, ...receives, ...deputies],
  ];
};

/** Everybody receives for every division. */
const receiving = (scene: Scene) =>
  Object.fromEntries(divisions(scene).map((code) => [code, Object.keys(scene.agency.members)]));

/** Each is the deputy of another, acts as head of another's division and cannot be reached. */
const deputised = (scene: Scene): Scene => {
  const members = Object.values(scene.agency.members).map((one) => [
    one.id,
    {
      ...one,
      deputy: 'works-head',
      roles: [...one.roles, { role: 'head', division: 'finance' }],
      acting: [
        { id: 'a', role: { role: 'head', division: 'finance' }, from: '2026-03-01', until: '2026-04-30' },
      ],
      away: { since: NOW, why: 'blocked' },
    },
  ]);
  return {
    ...scene,
    agency: { ...scene.agency, members: Object.fromEntries(members), receivers: receiving(scene) },
  };
};

/** A hundred people in each division. */
const crowdedOffice = (scene: Scene): Scene => {
  const pattern = Object.values(deputised(scene).agency.members)[0];
  if (pattern === undefined) return scene;
  const members = divisions(scene).flatMap((division) =>
    Array.from({ length: 100 }, (_, index) => {
      const id = `${division}-${index}`;
      return [id, { ...pattern, id, roles: [{ role: 'staff' as const, division }] }];
    }),
  );
  return { ...scene, agency: { ...scene.agency, members: Object.fromEntries(members) } };
};

/** Said in 1:1 only. */
export const DUTIES_SAID: { readonly [name: string]: (scene: Scene) => readonly (readonly Outgoing[])[] } = {
  sayWork: (scene) => movings(scene).map((events) => sayWork(direct(scene), ...HANDED, events)),
  sayHandedOver: (scene) => movings(scene).map((events) => sayHandedOver(direct(scene), ...HANDED, events)),
  sayAssigned: (scene) => {
    const given = all(scene).map((item) => ({ ...item, person: 'finance-staff', deputy: 'works-staff' }));
    return [given.slice(0, 1), given, all(scene).slice(0, 2)].map((items) =>
      sayAssigned(direct(scene), items),
    );
  },
  sayReceivers: (scene) =>
    [{}, receiving(scene)].flatMap((receivers) =>
      choices(scene).flatMap((codes) =>
        [true, false].map((kept) =>
          sayReceivers(direct({ ...scene, agency: { ...scene.agency, receivers } }), codes, kept),
        ),
      ),
    ),
  sayDeputy: (scene) =>
    [true, false].flatMap((kept) =>
      [scene, deputised(scene)].map((one) => sayDeputy(direct(one), 'finance-staff', kept)),
    ),
  sayActing: (scene) =>
    ACTED.map((role) =>
      sayActing(direct(scene), 'works-staff', {
        id: 'acting-1',
        role,
        from: '2026-04-01',
        until: '2026-04-15',
      }),
    ),
  sayActingBefore: (scene) =>
    [true, false].map((acts) => sayActingBefore(direct(scene), 'works-staff', { role: 'coordinator' }, acts)),
  sayActingEnded: (scene) => [[], ACTED].map((roles) => sayActingEnded(direct(scene), 'works-staff', roles)),
  askActingSpan: (scene) => ACTED.map((role) => askActingSpan(direct(scene), 'works-staff', role)),
  askLeave: (scene) => [
    askLeave(direct(scene), 'finance-staff', [], []),
    ...movings(scene).map((events) =>
      askLeave(direct(scene), 'finance-staff', events, Object.keys(scene.agency.members)),
    ),
  ],
  sayLeft: (scene) => [true, false].map((own) => sayLeft(direct(scene), 'finance-staff', own)),
  askPerson: (scene) => {
    const named = [...scene.names].filter(([, name]) => name !== '');
    const people = named.map(([id, name]) => ({ id, name, divisions: ['กองคลัง'] }));
    const twins = [0, 1].map((index) => ({ id: `${index}`, name: 'ก้อง '.repeat(60), divisions: ['กองช่าง'] }));
    return [people.slice(0, 2), twins, [...people, ...people, ...twins]]
      .filter((list) => list.length > 0)
      .map((list) => askPerson(direct(scene), 'ก้อง'.repeat(30), list, (name) => `โอนงานของ ${name} ให้ ดิน`));
  },
  sayNobodyCalled: (scene) => [
    sayNobodyCalled(direct(scene), 'ก้อง'.repeat(60), []),
    sayNobodyCalled(direct(scene), 'กอง', [{ id: '1', name: 'นายก้อง '.repeat(40), divisions: [] }]),
  ],
  sayAsBefore: (scene) => [sayAsBefore(direct(scene))],
  sayMembers: (scene) =>
    [scene, deputised(scene), crowdedOffice(scene)].flatMap((one) => [
      sayMembers(direct(one), divisions(one), true),
      sayMembers(direct(one), ['finance'], false),
    ]),
};
