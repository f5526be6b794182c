/** What can be done with one device, each said plainly before it is done: another name, another office, out of use, lost. */
import { useState } from 'react';
import { Modal, NativeSelect, Radio, TextInput } from '@mantine/core';
import { retireObstacle } from '@onestop/shared/judgement/device-health.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';
import type { DeviceId, OfficeId } from '@onestop/shared/kernel/ids.ts';
import { ok } from '@onestop/shared/kernel/result.ts';
import type { DeviceRow } from '../../contract/admin.ts';
import { IssuedCode } from '../../kit/issued-code.tsx';
import { useServices } from '../../kit/services-context.tsx';
import { formatDateTime, formatNumber } from '../../texts/format.ts';
import { admin as adminTexts } from '../../texts/vi/admin.ts';
import { Notice } from '../../kit/ui/notice.tsx';
import { AdminDialog, type AdminDialogEnds } from './admin-dialog.tsx';
import { useWorkingOffices } from './use-roster.ts';

const acts = ['rename', 'move', 'retire', 'replaced', 'lost'] as const;
type Act = (typeof acts)[number];
interface Code {
  readonly code: string;
  readonly expiresAt: Instant;
}

interface DeviceDialogProps extends AdminDialogEnds {
  readonly device: DeviceRow;
  /** The whole board. */
  readonly others: readonly DeviceRow[];
}

export function DeviceDialog({ device, others, ...ends }: DeviceDialogProps) {
  const t = adminTexts.devices;
  const { admin } = useServices();
  const elsewhere = useWorkingOffices().filter((one) => one.id !== device.office);
  const successors = successorsOf(device, others);
  const offered = actsFor(device, successors.length > 0);
  const [act, setAct] = useState<Act>('rename');
  const [name, setName] = useState(device.name);
  const [note, setNote] = useState('');
  const [office, setOffice] = useState<string>(elsewhere[0]?.id ?? '');
  const [successor, setSuccessor] = useState<string>(successors[0]?.id ?? '');
  const [issued, setIssued] = useState<Code>();
  if (issued)
    return (
      <Modal opened onClose={ends.onClose} title={t.movedTitle(device.name)}>
        <p>{t.movedText}</p>
        <IssuedCode code={issued.code} expiresAt={issued.expiresAt} />
      </Modal>
    );
  const send = async () => {
    if (act === 'move') return admin.moveDevice(device.id, office as OfficeId);
    const calls = {
      rename: () => admin.renameDevice(device.id, name.trim()),
      retire: () => admin.retireDevice(device.id),
      replaced: () => admin.replaceDevice(device.id, successor as DeviceId),
      lost: () => admin.reportDeviceLost(device.id, note.trim()),
    };
    const done = await calls[act]();
    return done.ok ? ok(undefined) : done;
  };
  return (
    <AdminDialog<Code | undefined>
      {...ends}
      title={t.manageTitle(device.name)}
      submit={t.acts[act]}
      danger={act !== 'rename'}
      send={send}
      onSent={(code) => (code === undefined ? ends.onClose() : setIssued(code))}
    >
      <Radio.Group label={t.act} value={act} onChange={(value) => setAct(offered.find((one) => one === value) ?? 'rename')}>
        <div style={{ display: 'grid', gap: '0.5rem', marginTop: '0.4rem' }}>
          {offered.map((one) => (
            <Radio key={one} value={one} label={t.acts[one]} description={t.actHints[one]} />
          ))}
        </div>
      </Radio.Group>
      {(act === 'retire' || act === 'move') && <Complete device={device} />}
      {act === 'rename' && <TextInput label={t.deviceName} required value={name} onChange={(e) => setName(e.currentTarget.value)} />}
      {act === 'move' && (
        <NativeSelect
          label={t.newOffice}
          value={office}
          onChange={(e) => setOffice(e.currentTarget.value)}
          data={elsewhere.map((one) => ({ value: one.id as string, label: one.name }))}
        />
      )}
      {act === 'replaced' && (
        <NativeSelect
          label={t.successor}
          value={successor}
          onChange={(e) => setSuccessor(e.currentTarget.value)}
          data={successors.map((one) => ({ value: one.id as string, label: `${one.name} (${one.id})` }))}
        />
      )}
      {act === 'lost' && (
        <TextInput label={t.lostNote} description={t.lostNoteHint} required value={note} onChange={(e) => setNote(e.currentTarget.value)} />
      )}
    </AdminDialog>
  );
}

/** In use at the same office, enrolled later; newest first. */
function successorsOf(device: DeviceRow, others: readonly DeviceRow[]): readonly DeviceRow[] {
  return others
    .filter((one) => one.use === 'ACTIVE' && one.office === device.office && one.id !== device.id && one.createdAt >= device.createdAt)
    .toSorted((a, b) => b.createdAt - a.createdAt);
}

function actsFor({ use }: DeviceRow, hasSuccessor: boolean): readonly Act[] {
  if (use === 'LOST') return ['rename'];
  return use === 'ACTIVE' ? acts.filter((act) => act !== 'replaced' || hasSuccessor) : ['rename', 'lost'];
}

/** What the centre will ask, by the same rule. */
function Complete({ device }: { readonly device: DeviceRow }) {
  const t = adminTexts.devices;
  const obstacle = retireObstacle(device);
  const at = device.lastExchangeAt === undefined ? '' : formatDateTime(device.lastExchangeAt);
  if (obstacle === undefined) return <Notice>{t.complete(at)}</Notice>;
  return (
    <Notice tone="amber" alert>
      {obstacle === 'NEVER_HEARD' ? t.neverHeard : t.stillWaiting(formatNumber(device.pendingEvents ?? 0), at)}
    </Notice>
  );
}
