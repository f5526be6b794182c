/**
 * The interface's text, grouped by feature: what the first screens need. The intake's, the forms' and the administration's are imported from their own files,
 * so that a commune's line does not carry them before anybody signs in. A second language is another object of the same shape.
 */
import { catalogue } from './vi/catalogue.ts';
import { centre } from './vi/centre.ts';
import { clock } from './vi/clock.ts';
import { common } from './vi/common.ts';
import { device } from './vi/device.ts';
import { dossier } from './vi/dossier.ts';
import { register } from './vi/register.ts';
import { session } from './vi/session.ts';
import { shell } from './vi/shell.ts';
import { sync } from './vi/sync.ts';

export const vi = { catalogue, centre, clock, common, device, dossier, register, session, shell, sync } as const;
