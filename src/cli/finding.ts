/** One thing the doctor looked at. */
export interface Finding {
  readonly what: string;
  /** `by-hand`: it cannot be read from here, someone has to look. */
  readonly state: 'ok' | 'wrong' | 'by-hand';
  readonly say: string;
}

export function ok(what: string, say: string): Finding {
  return { what, state: 'ok', say };
}

export function wrong(what: string, say: string): Finding {
  return { what, state: 'wrong', say };
}

export function byHand(what: string, say: string): Finding {
  return { what, state: 'by-hand', say };
}
