/** What the record has to say of the week that `audit.contract.ts` plays: written by hand, entry by entry. */
import type { DeviceId } from '@onestop/shared/kernel/ids.ts';
import { expect } from 'vitest';
import { centreId, communeId, otherCommuneId } from '../support/builders.ts';

type Line = readonly [
  day: number,
  actor: string | undefined,
  on: DeviceId | undefined,
  office: string | undefined,
  what: string,
  target?: string | undefined,
  rest?: object,
];

interface WeekDevices {
  readonly desk: DeviceId;
  readonly centre: DeviceId;
  readonly added: DeviceId;
}

export function scriptedWeek(devices: WeekDevices): readonly Line[] {
  return [monday, tuesday, wednesday, thursday, friday].flatMap((of) => of(devices));
}

function monday({ desk, centre }: WeekDevices): readonly Line[] {
  return [
    [
      0,
      undefined,
      undefined,
      undefined,
      'setup/began',
      undefined,
      {
        changes: [counted('procedures', 5), counted('calendar', 12), counted('offices', 3), counted('staff', 6), counted('settings', 1)],
      },
    ],
    [0, undefined, undefined, communeId, 'device/code-issued', undefined, { detail: 'Máy' }],
    [0, undefined, desk, communeId, 'device/enrolled', desk, { detail: 'Máy' }],
    [0, undefined, undefined, centreId, 'device/code-issued', undefined, { detail: 'Máy' }],
    [0, undefined, centre, centreId, 'device/enrolled', centre, { detail: 'Máy' }],
    [0, 'hung', centre, centreId, 'session/opened'],
    [
      0,
      'hung',
      centre,
      centreId,
      'staff/added',
      'phuc',
      {
        changes: [
          { field: 'active', after: 'true' },
          { field: 'fullName', after: 'phuc' },
          { field: 'id', after: 'phuc' },
          { field: 'login', after: 'phuc' },
          { field: 'office', after: centreId },
          { field: 'roles', after: 'district_admin' },
          { field: 'title', after: 'Phó Giám đốc' },
          { field: 'secret' },
        ],
      },
    ],
    [0, 'hung', centre, communeId, 'staff/secret-reset', 'tho', { changes: [{ field: 'secret' }] }],
    [
      0,
      'hung',
      centre,
      communeId,
      'staff/changed',
      'tho',
      {
        changes: [
          { field: 'title', before: 'Công chức', after: 'Công chức Tư pháp – hộ tịch' },
          { field: 'phone', after: '0912345678' },
        ],
      },
    ],
  ];
}

function tuesday({ centre, added }: WeekDevices): readonly Line[] {
  return [
    [1, 'hung', centre, centreId, 'session/opened'],
    [
      1,
      'hung',
      centre,
      communeId,
      'staff/changed',
      'tho',
      {
        changes: [{ field: 'roles', before: 'clerk', after: 'clerk, commune_admin' }, { field: 'secret' }],
        reason: 'quản trị xã nghỉ ốm',
        grave: ['CONTROL_TO_CLERK'],
      },
    ],
    [1, 'hung', centre, communeId, 'device/code-issued', undefined, { detail: 'Máy quầy 2' }],
    [1, 'hung', added, communeId, 'device/enrolled', added, { detail: 'Máy quầy 2' }],
    [1, 'hung', centre, communeId, 'device/revoked', added, { detail: 'Máy quầy 2' }],
  ];
}

function wednesday({ centre }: WeekDevices): readonly Line[] {
  return [
    [2, 'hung', centre, centreId, 'session/opened'],
    [
      2,
      'hung',
      centre,
      centreId,
      'calendar/changed',
      undefined,
      {
        changes: [
          { field: 'knownTo', before: '2027-12-31', after: '2028-12-31' },
          { field: 'version', before: '1', after: '2' },
        ],
      },
    ],
    [
      2,
      'hung',
      centre,
      centreId,
      'calendar/changed',
      '2028',
      {
        changes: [{ field: '2028-01-03', after: '{"confirmed":true,"date":"2028-01-03","kind":"OFF","name":"Nghỉ bù","source":"TB 1"}' }],
      },
    ],
    [
      2,
      'hung',
      centre,
      centreId,
      'settings/changed',
      undefined,
      {
        changes: [
          { field: 'idleLockMinutes', before: '10', after: '5' },
          { field: 'reviewedOn', after: '2026-11-25' },
        ],
      },
    ],
    [2, 'hung', centre, centreId, 'procedure/changed', '1.000001@1', { changes: [{ field: 'validTo', after: '2026-11-24' }] }],
    [
      2,
      'hung',
      centre,
      centreId,
      'procedure/added',
      '1.000001@2',
      { changes: expect.arrayContaining([{ field: 'name', after: 'Chứng thực chữ ký' }]) as unknown },
    ],
    [2, 'hung', centre, otherCommuneId, 'office/changed', otherCommuneId, { changes: [{ field: 'phone', after: '02223867000' }] }],
  ];
}

function thursday({ centre }: WeekDevices): readonly Line[] {
  return [
    [3, 'nga', centre, communeId, 'look/detail', 'd00000000001', { otherOffice: centreId }],
    [3, 'nga', centre, communeId, 'look/numbers', 'd00000000001', { otherOffice: centreId }],
    [3, 'nga', centre, communeId, 'look/print', 'd00000000001', { otherOffice: centreId }],
    [3, 'nga', centre, centreId, 'session/opened'],
    [
      3,
      'nga',
      centre,
      centreId,
      'audit/exported',
      undefined,
      {
        changes: [
          { field: 'what', after: 'look' },
          { field: 'rows', after: '3' },
        ],
      },
    ],
  ];
}

function friday({ centre }: WeekDevices): readonly Line[] {
  return [
    [4, 'hung', centre, centreId, 'session/opened'],
    [
      4,
      'hung',
      centre,
      otherCommuneId,
      'staff/changed',
      'tho',
      {
        otherOffice: communeId,
        changes: [
          { field: 'office', before: communeId, after: otherCommuneId },
          { field: 'roles', before: 'clerk, commune_admin', after: 'clerk' },
        ],
      },
    ],
  ];
}

const counted = (field: string, count: number) => ({ field, after: String(count) });
