import { createMemoryFiles } from '../../src/files/memory.ts';
import { randomIds } from '../../src/ids.ts';
import { filesContract, MOST } from './contract.ts';

filesContract('memory', () => ({ files: createMemoryFiles({ ids: randomIds(), maxBytes: MOST }) }));
