import type { Refusal } from '../domain/refusal.ts';

/** A refusal for the terminal: what is wrong and what to do. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'agency-exists':
      return 'an agency with this id exists already; "ita agency list" shows them';
    case 'no-agency':
      return 'there is no such agency; add it with "ita agency add"';
    case 'not-a-member':
      return 'this person is not a member of the agency';
    case 'not-permitted':
      return `only ${refusal.who.join(' or ')} may do this`;
    case 'not-your-item':
      return `the item belongs to ${refusal.divisions.join(', ') || 'nobody yet'}`;
    case 'no-such-item':
      return 'there is no such item in an open plan';
    case 'no-such-division':
      return `the agency has no division "${refusal.division}"; "ita agency list" shows its codes`;
    case 'division-needed':
      return 'staff, heads and division groups belong to a division: give --division CODE';
    case 'role-needed':
      return 'an invite needs a role: give --role';
    case 'nothing-to-say':
      return 'there is nobody to tell, or nothing to say';
    case 'no-such-plan':
      return `there is no plan of ${refusal.year}; bring one in with "ita import FILE"`;
    case 'plan-exists':
      return `there is a plan of ${refusal.year} already; this version does not change a plan that is in`;
    case 'plan-not-open':
      return `the plan of ${refusal.year} is ${refusal.state}`;
    case 'stale':
      return `the item is ${refusal.present} now`;
    case 'nothing-to-undo':
      return 'there is nothing to undo';
    case 'too-late-to-undo':
      return 'a report can be undone for 24 hours';
    case 'changed-since':
      return 'someone else reported on the item since';
    case 'code-unknown':
      return 'no such code';
    case 'code-used':
      return 'the code was used already';
    case 'code-expired':
      return 'the code has expired';
    case 'summary-posted':
      return 'the summary of this month was posted already';
  }
}
