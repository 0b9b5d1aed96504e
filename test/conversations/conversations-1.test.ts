/** Whole conversations, each as a file beside this one; `README.md` tells how they read. */
import { playHalf } from './play-all.ts';

playHalf(0);
