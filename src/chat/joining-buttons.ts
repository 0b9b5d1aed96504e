/** Buttons of a coordinator about people who come in, in 1:1 only. */
import type { Post, Role } from '../domain/event.ts';
import type { Button } from './buttons.ts';
import { type JoiningPress, writePress } from './postback.ts';
import { POST, ROLE } from './words.ts';
import { INVITE, WAITING } from './words-joining.ts';

/** A division by code and by name. */
export interface DivisionOffered {
  readonly code: string;
  readonly name: string;
}

export function waitingButton(): Button {
  return button({ do: 'waiting' }, WAITING.again);
}

/** With the roles of the code he showed. */
export function approveByCodeButton(request: string, name: string): Button {
  return button({ do: 'approve-join', request }, WAITING.approveSaid(name, ''));
}

export function approveButton(
  request: string,
  role: 'staff' | 'head',
  division: DivisionOffered,
  name: string,
): Button {
  const as = role === 'staff' ? WAITING.approveStaff(division.name) : WAITING.approveHead(division.name);
  const text = WAITING.approveSaid(name, as);
  return button({ do: 'approve-join', request, role, division: division.code }, text);
}

export function chooseButton(request: string, role: 'staff' | 'head', name: string): Button {
  const as = role === 'staff' ? WAITING.choose : WAITING.chooseHead;
  return button({ do: 'choose-join', request, role }, WAITING.approveSaid(name, as));
}

export function refuseButton(request: string, name: string): Button {
  return button({ do: 'refuse-join', request }, WAITING.refuseSaid(name));
}

/** Without a division staff and heads are asked for theirs. */
export function inviteButton(role: Role, more: { division?: DivisionOffered; post?: Post } = {}): Button {
  const { division, post } = more;
  const of = post === undefined ? `${ROLE[role]} ${division?.name ?? ''}`.trim() : POST[post];
  const press: JoiningPress = {
    do: 'invite',
    role,
    ...(division === undefined ? {} : { division: division.code }),
    ...(post === undefined ? {} : { post }),
  };
  return button(press, INVITE.said(of));
}

export function inviteGeneralButton(): Button {
  return button({ do: 'invite-general' }, INVITE.general);
}

/** LINE takes 300 letters (`docs/line-platform.md` §2.5); names of divisions may be long. */
function button(press: JoiningPress, text: string): Button {
  return { data: writePress(press), text: text.trim().slice(0, 300) };
}
