/** The other half of the conversations. */
import { playHalf } from './play-all.ts';

playHalf(1);
