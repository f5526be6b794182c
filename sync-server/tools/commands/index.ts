/** The commands in the order of their list. */
import type { Command } from '../command.ts';
import { backup } from './backup.ts';
import { issueCode } from './issue-code.ts';
import { rebuild } from './rebuild.ts';
import { refused } from './refused.ts';

export const commands: readonly Command[] = [issueCode, refused, rebuild, backup];
