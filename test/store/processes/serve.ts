/** Takes the lock of a folder, says so, and keeps it until it is ended. */
import { lockFolder } from '../../../src/store/folder-lock.ts';

lockFolder(process.argv[2] ?? '');
process.stdout.write('serving\n');
process.stdin.resume();
