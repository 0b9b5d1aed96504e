/**
 * The image of a rich menu: a field for each choice, with a pictogram and its words. Skia sets Thai right: marks over marks,
 * ำ, ญ and ฐ without their foot (`docs/decisions.md`).
 */
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { pictogram } from './pictograms.ts';

export interface DrawnField {
  /** Names its pictogram; an unknown one is drawn without. */
  readonly choice: string;
  readonly label: string;
  /** Pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const COLOUR = { ground: '#F1F5F4', card: '#FFFFFF', ink: '#1F2A2E', green: '#0B6E4F', line: '#E3E8EA' };
const FAMILY = 'Sarabun Menu';
const LETTERS = 54;
/** The label never touches the edge of its field: longer words are set smaller. */
const ROOM = 0.86;
const PICTURE = 150;

let fontKnown = false;

/** PNG bytes, well under LINE's 1 MB (R#upload-rich-menu-image). The first field stands out. */
export function drawMenu(
  size: { readonly width: number; readonly height: number },
  fields: readonly DrawnField[],
): Buffer {
  knowFont();
  const canvas = createCanvas(size.width, size.height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = COLOUR.ground;
  pen.fillRect(0, 0, size.width, size.height);
  for (const [index, field] of fields.entries()) drawField(pen, field, index === 0);
  return canvas.toBuffer('image/png');
}

function drawField(pen: SKRSContext2D, field: DrawnField, first: boolean): void {
  const { x, y, width, height, label, choice } = field;
  const gap = 12;
  pen.beginPath();
  pen.roundRect(x + gap, y + gap, width - 2 * gap, height - 2 * gap, 28);
  pen.fillStyle = first ? COLOUR.green : COLOUR.card;
  pen.fill();
  pen.strokeStyle = COLOUR.line;
  pen.lineWidth = 3;
  pen.stroke();
  const middle = x + width / 2;
  pen.save();
  pen.translate(middle - PICTURE / 2, y + height * 0.2);
  pen.scale(PICTURE / 100, PICTURE / 100);
  pen.strokeStyle = first ? COLOUR.card : COLOUR.green;
  pen.lineWidth = 7;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pictogram(pen, choice);
  pen.restore();
  pen.fillStyle = first ? COLOUR.card : COLOUR.ink;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  pen.font = `${lettersFor(pen, label, width * ROOM)}px "${FAMILY}"`;
  pen.fillText(label, middle, y + height * 0.82);
}

function lettersFor(pen: SKRSContext2D, label: string, room: number): number {
  pen.font = `${LETTERS}px "${FAMILY}"`;
  const wide = pen.measureText(label).width;
  return wide <= room ? LETTERS : Math.floor((LETTERS * room) / wide);
}

/** @throws Error when the font's file is missing: better no menu than one in boxes. */
function knowFont(): void {
  if (fontKnown) return;
  const file = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/sarabun/600SemiBold/Sarabun_600SemiBold.ttf',
  );
  if (GlobalFonts.registerFromPath(file, FAMILY) === null)
    throw new Error(`The font ${file} cannot be read: run npm ci.`);
  fontKnown = true;
}
