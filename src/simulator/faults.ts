/** The endpoint families a fault can be tied to; `any` is all of them. */
export type Endpoint =
  | 'reply'
  | 'push'
  | 'multicast'
  | 'validate'
  | 'quota'
  | 'info'
  | 'profile'
  | 'group'
  | 'webhook'
  | 'content'
  | 'richmenu'
  | 'loading';

interface When {
  readonly path: Endpoint | 'any';
  /** How many requests it hits; without it, every one until removed. */
  readonly times?: number;
  /** Share of requests hit, 0 to 1 (default 1). */
  readonly rate?: number;
}

/**
 * - `timeout`: never answered, nothing accepted; the connection hangs until the client gives up.
 * - `drop-before`: connection cut, nothing accepted.
 * - `drop-after`: accepted, then the connection is cut before the answer (the double-send trap).
 * - `status`: this status and message, nothing accepted.
 * - `slow`: accepted, answered `ms` real milliseconds later.
 * - `not-ready`: 202 on content, as while LINE still prepares it (docs/line-platform.md 1.4).
 */
export type Fault = When &
  (
    | { readonly kind: 'timeout' }
    | { readonly kind: 'drop-before' }
    | { readonly kind: 'drop-after' }
    | { readonly kind: 'status'; readonly status: number; readonly message?: string }
    | { readonly kind: 'slow'; readonly ms: number }
    | { readonly kind: 'not-ready' }
  );

/** The messages of the three 429s (docs/line-platform.md 2.4; LINE does not publish the wording of the last). */
export const limitMessages = {
  rate: 'The API rate limit has been exceeded. Try again later.',
  month: 'You have reached your monthly limit.',
  oneUser: 'Too many messages have been sent to this user.',
} as const;

export interface Faults {
  /** Adds a fault behind those already there; the returned function removes it. */
  add(fault: Fault): () => void;
  clear(): void;
  list(): readonly Fault[];
}

export interface FaultDraw extends Faults {
  /** The fault that hits this request, if any; it is used up by one. */
  draw(endpoint: Endpoint): Fault | undefined;
}

/** Makes an empty set of faults; `random` gives 0..1 and decides for faults with a rate. */
export function createFaults(random: () => number): FaultDraw {
  let active: { readonly fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      active.push(entry);
      return () => {
        active = active.filter((other) => other !== entry);
      };
    },
    clear() {
      active = [];
    },
    list: () => active.filter(({ left }) => left > 0).map(({ fault }) => fault),
    draw(endpoint) {
      const hit = active.find(
        ({ fault, left }) =>
          left > 0 &&
          (fault.path === 'any' || fault.path === endpoint) &&
          (fault.rate === undefined || random() < fault.rate),
      );
      if (hit === undefined) return undefined;
      hit.left -= 1;
      if (hit.left <= 0) active = active.filter((other) => other !== hit);
      return hit.fault;
    },
  };
}
