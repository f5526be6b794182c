/** The commands in the order of their list. */
import type { Command } from '../command.ts';
import { addYear } from './add-year.ts';
import { backup } from './backup.ts';
import { devices } from './devices.ts';
import { exportDistrict } from './export.ts';
import { importCatalogue } from './import-catalogue.ts';
import { issueCode } from './issue-code.ts';
import { newAdministrator } from './new-administrator.ts';
import { openParcelCommand } from './open-parcel.ts';
import { rebuild } from './rebuild.ts';
import { refused } from './refused.ts';
import { rehearse } from './rehearse.ts';
import { restore } from './restore.ts';
import { takeOverCatalogue } from './take-over-catalogue.ts';
import { verify } from './verify.ts';

export const commands: readonly Command[] = [
  newAdministrator,
  takeOverCatalogue,
  importCatalogue,
  addYear,
  issueCode,
  devices,
  refused,
  verify,
  rebuild,
  backup,
  rehearse,
  restore,
  exportDistrict,
  openParcelCommand,
];
