import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { no } from './words.ts';

const keptEvents = 1_000;
const heartbeatMs = 15_000;
/** More waiting for one reader than this, and it is cut: it comes back and is caught up or told to reload. */
const maxWaiting = 4_000_000;
const maxReaders = 64;

/** Server-sent events with a memory: a reader that comes back is told what it missed. */
export interface Feed {
  send(event: string, data: unknown): void;
  /** Id of the newest event; a reader that starts `?after=` it misses nothing. */
  newest(): string;
  answer(req: Request, res: Response): void;
}

export function createFeed(): Feed {
  // Ids of an earlier run mean nothing here.
  const run = randomBytes(4).toString('hex');
  const readers = new Set<Response>();
  let kept: { readonly number: number; readonly block: string }[] = [];
  let count = 0;

  function write(reader: Response, block: string): void {
    if (reader.writableLength > maxWaiting) reader.destroy();
    else reader.write(block);
  }

  return {
    send(event, data) {
      count += 1;
      const block = `id: ${run}-${count}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
      kept.push({ number: count, block });
      if (kept.length >= keptEvents * 2) kept = kept.slice(-keptEvents);
      for (const reader of readers) write(reader, block);
    },
    newest: () => `${run}-${count}`,
    answer(req, res) {
      if (readers.size >= maxReaders) {
        res.status(503).json({ error: no.pages });
        return;
      }
      res.status(200).set({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      });
      res.flushHeaders();
      res.write('retry: 1000\n\n');
      const last = req.get('last-event-id') ?? (typeof req.query.after === 'string' ? req.query.after : '');
      for (const block of missed(last)) write(res, block);
      readers.add(res);
      const beat = setInterval(() => write(res, ': still here\n\n'), heartbeatMs);
      beat.unref();
      res.on('close', () => {
        clearInterval(beat);
        readers.delete(res);
      });
    },
  };

  /** What came after an id; when that is not known any more, the order to load everything anew. */
  function missed(last: string): readonly string[] {
    if (last === '') return [];
    const [, ofRun, number = ''] = /^([0-9a-f]{8})-(\d{1,15})$/.exec(last) ?? [];
    const recent = kept.slice(-keptEvents);
    const first = recent[0]?.number ?? count + 1;
    const known = ofRun === run && Number(number) <= count && Number(number) >= first - 1;
    if (!known) return [`id: ${run}-${count}\nevent: reload\ndata: {}\n\n`];
    return recent.filter((one) => one.number > Number(number)).map(({ block }) => block);
  }
}
