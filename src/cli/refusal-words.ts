import type { Refusal } from '../domain/refusal.ts';

/** A refusal for the terminal: what is wrong and what to do. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'agency-exists':
      return 'An agency with this id exists already; "agency list" shows them.';
    case 'no-agency':
      return 'There is no such agency; add it with "agency add".';
    case 'not-a-member':
      return 'This person is not a member of the agency.';
    case 'not-permitted':
      return `Only ${refusal.who.join(' or ')} may do this.`;
    case 'not-your-item':
      return `The item belongs to ${refusal.divisions.join(', ') || 'nobody yet'}.`;
    case 'no-such-item':
      return 'There is no such item in an open plan.';
    case 'not-of-division':
      return `The item does not belong to ${refusal.division}.`;
    case 'no-such-division':
      return `The agency has no division "${refusal.division}"; "agency list" shows its codes.`;
    case 'division-needed':
      return 'Staff, heads and division groups belong to a division: give --division CODE.';
    case 'role-needed':
      return 'An invite needs a role: give --role.';
    case 'nothing-to-say':
      return 'There is nobody to tell, or nothing to say.';
    case 'no-such-plan':
      return `There is no plan of ${refusal.year}; bring one in with "import".`;
    case 'plan-exists':
      return `There is a plan of ${refusal.year} by now: run it again to see what would change of it.`;
    case 'plan-not-open':
      return refusal.state === 'draft'
        ? `The plan of ${refusal.year} is a draft; open it first with "plan open".`
        : `The plan of ${refusal.year} is ${refusal.state}.`;
    case 'stale':
      return `The item is ${refusal.present} now.`;
    case 'nothing-to-undo':
      return 'There is nothing to undo.';
    case 'too-late-to-undo':
      return 'It could be undone for 24 hours.';
    case 'changed-since':
      return 'Someone else changed the item since.';
    case 'nothing-to-correct':
      return 'There is no report here that could be corrected.';
    case 'already-done':
      return 'The item is done already.';
    case 'no-due':
      return 'The item has no date that could be moved.';
    case 'not-later':
      return `The date must be after the present one, ${refusal.due}.`;
    case 'day-past':
      return `${refusal.day} is past.`;
    case 'too-far':
      return `The date must not be after ${refusal.last}.`;
    case 'not-an-address':
      return 'Evidence must be an address of the web.';
    case 'not-reminded':
      return 'This person is not reminded of the item.';
    case 'nothing-reminded':
      return 'Nothing was reminded that is not done yet.';
    case 'snooze-day':
      return `Reminders can be put off to a day from ${refusal.first} to ${refusal.last}.`;
    case 'no-such-list':
      return `No O-item list is established for ${refusal.year}.`;
    case 'list-exists':
      return `The plan of ${refusal.year} has the O-item list of ${refusal.list} already.`;
    case 'withdrawn':
      return 'The item is no longer part of the plan: its newest document does not have it.';
    case 'plan-moved':
      return `Somebody changed ${refusal.item === null ? `the plan of ${refusal.year}` : 'an item of it'} meanwhile: run it again.`;
    case 'unsettled':
      return `${refusal.doubts} questions are not answered yet.`;
    case 'no-such-import':
      return 'There is no such import.';
    case 'not-newest-import':
      return 'A newer import of the plan stands: that one goes first.';
    case 'import-built-on':
      return `The plan of ${refusal.year} took over an O-item list since: the import cannot be undone any more.`;
    case 'list-unclear':
      return 'A list needs its source, and each of its items a number of its own and a name.';
    case 'code-unknown':
      return 'No such code.';
    case 'code-used':
      return 'The code was used already.';
    case 'code-expired':
      return 'The code has expired.';
    case 'summary-posted':
      return 'The summary of this month was posted already.';
    case 'card-sent':
      return 'The coordinator was told today already.';
    case 'no-such-request':
      return 'Nobody waits under this id any more.';
    case 'no-such-person':
      return 'There is no such member; "member list" shows them.';
    case 'not-in-division':
      return `${refusal.member} has no role in ${refusal.division}.`;
    case 'not-your-division':
      return `Only the head of ${refusal.divisions.join(' or ')} or a coordinator may do this.`;
    case 'reads-only':
      return `${refusal.member} is in no division and reports nothing: no item can be given to them.`;
    case 'last-coordinator':
      return 'The agency needs a coordinator: invite another one first.';
    case 'no-such-acting':
      return 'Nobody acts under this id any more.';
    case 'acting-taken':
      return `${refusal.member} stands in until ${refusal.until}; end that first with "member act --end".`;
    case 'span-wrong':
      return `From ${refusal.from} until ${refusal.until} is no span of days to come, of a year at most.`;
    case 'same-person':
      return 'It must be two different people.';
    case 'nothing-to-hand-over':
      return `${refusal.member} has nothing unfinished to hand over.`;
    case 'no-such-extension':
      return 'Nobody asks for this later date any more.';
    case 'decided-already':
      return `It was decided already: ${refusal.granted ? 'granted' : 'refused'}.`;
    case 'own-request':
      return 'Nobody decides his own request.';
    case 'policy-wrong':
      return POLICY_WRONG[refusal.what];
    case 'holiday-wrong':
      return `${refusal.day} does not lie in the year of the list, or stands in it twice.`;
    case 'oit-due-wrong':
      return `The OIT window of ${refusal.year} ends within that fiscal year or the three months after it.`;
    case 'meetings-wrong':
      return `A month has one meeting, on a day there is: look at those of ${refusal.month}.`;
  }
}

const POLICY_WRONG = {
  order: 'The days of a reminder policy must differ.',
  hours: 'Reminders must begin before they end.',
  'nothing-left': 'A policy needs a reminder before or on the day.',
  range: 'A number of the policy is too small or too large; --help says what each may be.',
} as const;
