/** Who comes in: what those who wait are asked, and what a coordinator sees and makes. */
import type { Instant } from '../domain/calendar.ts';
import type { RoleIn } from '../domain/event.ts';
import type { Applicant } from './applicant.ts';
import type { Button } from './buttons.ts';
import { quickReplies } from './buttons.ts';
import { askCard, previewCard } from './cards.ts';
import { flex, flexList, pages, short } from './flex.ts';
import { inviteLink } from './invite-link.ts';
import {
  approveButton,
  approveByCodeButton,
  chooseButton,
  type DivisionOffered,
  inviteButton,
  inviteGeneralButton,
  refuseButton,
  waitingButton,
} from './joining-buttons.ts';
import type { FlexBubble, Outgoing } from './outgoing.ts';
import { rolesWords } from './say-people.ts';
import { divisionNamed, officeName, placeOf, type Scene } from './scene.ts';
import { POST, ROLE } from './words.ts';
import { GROUP_CODE, INVITE, REQUEST, WAITING } from './words-joining.ts';

/** Somebody who waits. `said` = his own words, empty = none yet; `roles` = those of the code, often none. */
export interface Waiting {
  readonly request: string;
  readonly at: Instant;
  readonly said: string;
  readonly applicant: Applicant;
  readonly roles: readonly RoleIn[];
}

/** Longest label of a button on a card (`docs/line-platform.md` §2.5). */
const LABEL = 40;
const NAME = 60;
/** Buttons of one card. */
const DIVISIONS_A_CARD = 8;

/** How he is called, and where he works; he is asked for both at once. */
export function askApplicant(again = false): Outgoing[] {
  return [{ type: 'text', text: again ? REQUEST.nameAgain : REQUEST.name }];
}

export function sayApplicantKept(scene: Scene, { name, division }: Applicant): Outgoing[] {
  const place = division === null ? '' : divisionNamed(scene.agency, division);
  return [{ type: 'text', text: REQUEST.kept(short(name, NAME), short(place, 100)) }];
}

/** Everyone who waits, the longest first, each with what can be decided. */
export function sayWaiting(scene: Scene, waiting: readonly Waiting[]): Outgoing[] {
  if (waiting.length === 0) return [{ type: 'text', text: WAITING.none }];
  const list = waiting.map((one) => ({ bubble: waitingCard(scene, one), rows: 1 }));
  return [flexList(WAITING.alt(waiting.length), list, restCard)];
}

function restCard(count: number): FlexBubble {
  return previewCard({
    title: WAITING.rest(count),
    subtitle: '',
    rows: [],
    notes: [{ text: WAITING.restHint }],
    warning: '',
    buttons: [{ label: WAITING.again, primary: false, button: waitingButton() }],
  });
}

function waitingCard(scene: Scene, { request, at, said, applicant, roles }: Waiting): FlexBubble {
  const name = short(applicant.name, NAME);
  const { division } = applicant;
  const place = division === null ? null : offered(scene, division);
  const value = place === null ? WAITING.noDivision : short(place.name, 100);
  const byCode =
    roles.length === 0 ? [] : [{ name: WAITING.byCode, value: short(rolesWords(scene, roles), 200) }];
  return previewCard({
    title: name === '' ? WAITING.nameless : name,
    subtitle: WAITING.asked(at),
    rows: [{ name: WAITING.division, value }, ...byCode],
    notes: said === '' ? [] : [{ text: WAITING.said(said) }],
    warning: name === '' ? WAITING.waitForName : WAITING.check,
    buttons: [
      ...(name === '' ? [] : approvals(request, name, place, roles)),
      { label: WAITING.refuse, primary: false, button: refuseButton(request, name) },
    ],
  });
}

interface Offered {
  readonly label: string;
  readonly primary: boolean;
  readonly button: Button;
}

function approvals(
  request: string,
  name: string,
  place: DivisionOffered | null,
  roles: readonly RoleIn[],
): Offered[] {
  const preset = roles.length > 0;
  const choose: Offered = {
    label: WAITING.choose,
    primary: false,
    button: chooseButton(request, 'staff', name),
  };
  return [
    ...(preset
      ? [{ label: WAITING.approveByCode, primary: true, button: approveByCodeButton(request, name) }]
      : []),
    ...(place === null
      ? []
      : [
          {
            label: short(WAITING.approveStaff(place.name), LABEL),
            primary: !preset,
            button: approveButton(request, 'staff', place, name),
          },
        ]),
    choose,
    place === null
      ? { label: WAITING.chooseHead, primary: false, button: chooseButton(request, 'head', name) }
      : {
          label: short(WAITING.approveHead(place.name), LABEL),
          primary: false,
          button: approveButton(request, 'head', place, name),
        },
  ];
}

/** He is let in: of which division? */
export function askJoinDivision(scene: Scene, one: Waiting, role: 'staff' | 'head'): Outgoing[] {
  const name = short(one.applicant.name, NAME);
  return askDivision(scene, WAITING.ofWhich[role], name, (division) =>
    approveButton(one.request, role, division, name),
  );
}

export function sayApproved(scene: Scene, name: string, roles: readonly RoleIn[], left: number): Outgoing[] {
  return [withOthers(scene, WAITING.approved(short(name, NAME), rolesWords(scene, roles)), left)];
}

export function sayJoinRefused(scene: Scene, name: string, left: number): Outgoing[] {
  const called = name === '' ? WAITING.namelessRequest : short(name, NAME);
  return [withOthers(scene, WAITING.refused(called), left)];
}

/** `left` = how many wait still. */
function withOthers(scene: Scene, text: string, left: number): Outgoing {
  if (left === 0) return { type: 'text', text };
  return { type: 'text', text, quickReply: quickReplies(placeOf(scene), [[WAITING.again, waitingButton()]]) };
}

// ---------------------------------------------------------------- invites and group codes

/** Whom does the coordinator invite? */
export function askInvite(): Outgoing[] {
  const choices = [
    { label: ROLE.staff, button: inviteButton('staff') },
    { label: ROLE.head, button: inviteButton('head') },
    { label: POST.palad, button: inviteButton('executive', { post: 'palad' }) },
    { label: POST.nayok, button: inviteButton('executive', { post: 'nayok' }) },
    { label: ROLE.coordinator, button: inviteButton('coordinator') },
    { label: INVITE.general, button: inviteGeneralButton() },
  ];
  return [flex(INVITE.who, [askCard({ question: INVITE.who, detail: INVITE.whoDetail, choices })])];
}

export function askInviteDivision(scene: Scene, role: 'staff' | 'head'): Outgoing[] {
  return askDivision(scene, INVITE.ofWhich[role], '', (division) => inviteButton(role, { division }));
}

/** A code as it was just made; nobody can show it again. `account` = the bot's basic id, as far as it is known. */
export interface MadeCode {
  readonly code: string;
  readonly until: Instant;
  readonly account: string | null;
}

/** What it is, and a message of its own to pass on. `roles` null = a general one. */
export function sayInvite(scene: Scene, made: MadeCode, roles: readonly RoleIn[] | null): Outgoing[] {
  const { code, until, account } = made;
  const link = account === null ? null : inviteLink(account, code);
  const what = roles === null ? INVITE.madeGeneral(until) : INVITE.made(rolesWords(scene, roles), until);
  return [
    { type: 'text', text: what },
    { type: 'text', text: INVITE.letter(officeName(scene.agency), code, link, account) },
  ];
}

/** `division` null = the staff group. */
export function sayGroupCode(
  scene: Scene,
  { code, until }: Pick<MadeCode, 'code' | 'until'>,
  division: string | null,
  extra: boolean,
): Outgoing[] {
  const group =
    division === null ? GROUP_CODE.staff : GROUP_CODE.division(divisionNamed(scene.agency, division));
  const there = Object.values(scene.agency.groups).some(
    (one) => !one.extra && (one.division ?? null) === division,
  );
  const note = extra ? [GROUP_CODE.extra] : there ? [GROUP_CODE.replaces] : [];
  return [
    { type: 'text', text: [GROUP_CODE.made(group, until), ...note].join('\n') },
    { type: 'text', text: code },
  ];
}

// ---------------------------------------------------------------- divisions to choose from

function askDivision(
  scene: Scene,
  question: string,
  detail: string,
  buttonOf: (division: DivisionOffered) => Button,
): Outgoing[] {
  const all = scene.agency.profile?.divisions ?? [];
  const cards = pages(all, DIVISIONS_A_CARD).map((page) =>
    askCard({
      question,
      detail,
      choices: page.map((division) => ({ label: short(division.name, LABEL), button: buttonOf(division) })),
    }),
  );
  return [flex(question, cards)];
}

/** Null = the office has no such division any more. */
function offered(scene: Scene, code: string): DivisionOffered | null {
  return scene.agency.profile?.divisions.find((division) => division.code === code) ?? null;
}
