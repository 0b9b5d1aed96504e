/** Something LINE would refuse in a message. */
export interface Problem {
  /** JSON pointer, like `/messages/0/contents/body`. */
  readonly path: string;
  readonly rule: string;
  /** Where the rule stands: a section of docs/line-platform.md, LINE's reference (R#...) or the OpenAPI file (OA ...). */
  readonly source: string;
}

/** Receives the problems of one check. */
export type Report = (path: string, rule: string, source: string) => void;
