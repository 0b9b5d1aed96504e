/** Everything said about who comes in, in every way an office allows. */
import type { Outgoing } from '../../src/chat/outgoing.ts';
import {
  askApplicant,
  askInvite,
  askInviteDivision,
  askJoinDivision,
  sayApplicantKept,
  sayApproved,
  sayGroupCode,
  sayInvite,
  sayJoinRefused,
  sayWaiting,
  type Waiting,
} from '../../src/chat/say-joining.ts';
import type { Scene } from '../../src/chat/scene.ts';
import type { RoleIn } from '../../src/domain/event.ts';
import { NOW } from './scenes.ts';

const direct = (scene: Scene): Scene => ({ ...scene, group: null });
const divisions = (scene: Scene) => (scene.agency.profile?.divisions ?? []).map(({ code }) => code);

const CODE = 'ABCDE-FGHJ7';
const LONG = 'สมมุติ'.repeat(30);
const ROLES: readonly RoleIn[] = [
  { role: 'staff', division: 'finance' },
  { role: 'head', division: 'unknown' },
  { role: 'executive', post: 'nayok' },
];
/** Who may wait: named and nameless, of a division, of none, of one that is gone; by a code with roles. */
const waits = (said: string, applicant: Waiting['applicant'], roles: Waiting['roles'] = []): Waiting => ({
  request: 'q'.repeat(16),
  at: NOW,
  said,
  applicant,
  roles,
});
const WAIT: readonly [Waiting, ...Waiting[]] = [
  waits('', { name: '', division: null }),
  waits('นายดิน สมมุติไพร กองคลัง', { name: 'นายดิน สมมุติไพร', division: 'finance' }),
  waits('ก'.repeat(200), { name: LONG, division: 'gone' }, ROLES),
  waits('"{{name}}"', { name: '{{name}}', division: 'division-0' }),
];

export const JOINING_SAID: { readonly [name: string]: (scene: Scene) => readonly (readonly Outgoing[])[] } = {
  askApplicant: () => [askApplicant(), askApplicant(true)],
  sayApplicantKept: (scene) => WAIT.map(({ applicant }) => sayApplicantKept(scene, applicant)),
  sayWaiting: (scene) => [
    sayWaiting(direct(scene), []),
    ...WAIT.map((one) => sayWaiting(direct(scene), [one])),
    sayWaiting(
      direct(scene),
      Array.from({ length: 100 }, (_, index) => WAIT[index % WAIT.length] ?? WAIT[0]),
    ),
  ],
  askJoinDivision: (scene) =>
    WAIT.flatMap((one) => [
      askJoinDivision(direct(scene), one, 'staff'),
      askJoinDivision(direct(scene), one, 'head'),
    ]),
  sayApproved: (scene) => [
    sayApproved(direct(scene), LONG, ROLES, 3),
    sayApproved(direct(scene), 'ก', ROLES, 0),
  ],
  sayJoinRefused: (scene) => [sayJoinRefused(direct(scene), '', 1), sayJoinRefused(direct(scene), LONG, 0)],
  askInvite: () => [askInvite()],
  askInviteDivision: (scene) => [
    askInviteDivision(direct(scene), 'staff'),
    askInviteDivision(direct(scene), 'head'),
  ],
  sayInvite: (scene) =>
    [null, ROLES].flatMap((roles) =>
      [null, '@123abcde'].map((account) =>
        sayInvite(direct(scene), { code: CODE, until: NOW, account }, roles),
      ),
    ),
  sayGroupCode: (scene) =>
    [null, ...divisions(scene)].flatMap((division) =>
      [true, false].map((extra) => sayGroupCode(direct(scene), { code: CODE, until: NOW }, division, extra)),
    ),
};
