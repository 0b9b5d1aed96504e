/** Pictograms of the menus, each drawn with a pen in a square of 100 by 100. */

/** What a pictogram needs of a canvas. */
export interface Pen {
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  stroke(): void;
}

type Point = readonly [x: number, y: number];

const ROUND = Math.PI * 2;

/** Draws it; what it does not know it leaves out. */
export function pictogram(pen: Pen, name: string): void {
  PICTURES.get(name)?.(pen);
}

const PICTURES: ReadonlyMap<string, (pen: Pen) => void> = new Map<string, (pen: Pen) => void>([
  [
    'mine',
    (pen) => {
      box(pen, [18, 14, 64, 76]);
      box(pen, [36, 6, 28, 16]);
      line(pen, [30, 46], [37, 53], [48, 40]);
      line(pen, [58, 47], [70, 47]);
      line(pen, [30, 70], [37, 77], [48, 64]);
      line(pen, [58, 71], [70, 71]);
    },
  ],
  ['near', (pen) => clock(pen)],
  [
    'overdue',
    (pen) => {
      line(pen, [50, 10], [92, 86], [8, 86], [50, 10]);
      line(pen, [50, 38], [50, 60]);
      dot(pen, [50, 73]);
    },
  ],
  [
    'summary',
    (pen) => {
      box(pen, [12, 18, 76, 70]);
      line(pen, [12, 38], [88, 38]);
      line(pen, [32, 8], [32, 26]);
      line(pen, [68, 8], [68, 26]);
      line(pen, [34, 64], [46, 75], [68, 52]);
    },
  ],
  [
    'progress',
    (pen) => {
      line(pen, [12, 10], [12, 88], [92, 88]);
      line(pen, [32, 74], [32, 56]);
      line(pen, [54, 74], [54, 38]);
      line(pen, [76, 74], [76, 20]);
    },
  ],
  [
    'divisions',
    (pen) => {
      box(pen, [37, 8, 26, 24]);
      box(pen, [4, 66, 22, 24]);
      box(pen, [39, 66, 22, 24]);
      box(pen, [74, 66, 22, 24]);
      line(pen, [50, 32], [50, 66]);
      line(pen, [15, 66], [15, 49], [85, 49], [85, 66]);
    },
  ],
  [
    'missing',
    (pen) => {
      box(pen, [16, 10, 52, 76]);
      line(pen, [28, 30], [56, 30]);
      line(pen, [28, 48], [44, 48]);
      ring(pen, [66, 62], 17);
      line(pen, [79, 75], [92, 90]);
    },
  ],
  [
    'score',
    (pen) => {
      ring(pen, [50, 36], 26);
      line(pen, [34, 57], [26, 92], [50, 78], [74, 92], [66, 57]);
      line(pen, [39, 37], [47, 45], [62, 29]);
    },
  ],
  [
    'extensions',
    (pen) => {
      clock(pen, [38, 56], 34);
      line(pen, [86, 8], [86, 32]);
      line(pen, [74, 20], [98, 20]);
    },
  ],
  [
    'matters',
    (pen) => {
      line(pen, [10, 54], [10, 88], [90, 88], [90, 54], [66, 54], [60, 68], [40, 68], [34, 54], [10, 54]);
      line(pen, [50, 8], [50, 44]);
      line(pen, [35, 31], [50, 45], [65, 31]);
    },
  ],
  [
    'waiting',
    (pen) => {
      ring(pen, [40, 30], 19);
      pen.beginPath();
      pen.arc(40, 92, 34, Math.PI, ROUND);
      pen.stroke();
      line(pen, [72, 52], [80, 60], [95, 42]);
    },
  ],
  [
    'measures',
    (pen) => {
      line(pen, [50, 22], [32, 12], [8, 14], [8, 82], [32, 80], [50, 90]);
      line(pen, [50, 22], [68, 12], [92, 14], [92, 82], [68, 80], [50, 90]);
      line(pen, [50, 22], [50, 90]);
    },
  ],
  [
    'contact',
    (pen) => {
      box(pen, [8, 22, 84, 58]);
      line(pen, [10, 26], [50, 56], [90, 26]);
    },
  ],
  [
    'help',
    (pen) => {
      ring(pen, [50, 50], 42);
      pen.beginPath();
      pen.arc(50, 41, 14, Math.PI, Math.PI * 2.5);
      pen.stroke();
      line(pen, [50, 55], [50, 61]);
      dot(pen, [50, 74]);
    },
  ],
]);

function clock(pen: Pen, middle: Point = [50, 50], radius = 42): void {
  const [x, y] = middle;
  ring(pen, middle, radius);
  line(pen, [x, y - radius * 0.55], [x, y], [x + radius * 0.42, y + radius * 0.25]);
}

function line(pen: Pen, ...[first, ...rest]: readonly [Point, ...Point[]]): void {
  pen.beginPath();
  pen.moveTo(...first);
  for (const point of rest) pen.lineTo(...point);
  pen.stroke();
}

function box(pen: Pen, [x, y, width, height]: readonly [number, number, number, number]): void {
  pen.beginPath();
  pen.roundRect(x, y, width, height, 8);
  pen.stroke();
}

function ring(pen: Pen, [x, y]: Point, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, ROUND);
  pen.stroke();
}

/** A line of no length: the round ends of the pen make it a dot. */
function dot(pen: Pen, point: Point): void {
  line(pen, point, point);
}
