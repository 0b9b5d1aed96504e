/** The browser's names that playwright-core's types mention. The whole DOM stays out: the sources must not see it. */
interface Node {
  readonly nodeType: number;
}
interface HTMLElement extends Node, EventTarget {
  readonly scrollLeft: number;
  readonly scrollTop: number;
}
interface SVGElement extends Node, EventTarget {
  readonly scrollLeft: number;
  readonly scrollTop: number;
}
type HTMLElementTagNameMap = Readonly<Record<string, HTMLElement>>;
