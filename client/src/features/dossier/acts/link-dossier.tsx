/** Liên kết hồ sơ: another dossier of this device, named by its code and seen before it is tied. */
import { useState } from 'react';
import { NativeSelect, TextInput } from '@mantine/core';
import type { CommandInput } from '@onestop/shared/dossier/commands/index.ts';
import { useServices } from '../../../kit/services-context.tsx';
import { useProcedureName } from '../../../kit/use-reference.ts';
import { districtActs } from '../../../texts/vi/acts-district.ts';
import type { ActScreenProps, DossierAct } from './act.ts';
import { ActDialog } from './act-dialog.tsx';
import { useNote } from './typed-fields.tsx';

export const linkDossierAct: DossierAct<'linkDossier'> = {
  command: 'linkDossier',
  words: districtActs.linkDossier,
  place: 'more',
  screen: LinkDossierDialog,
};

type Kind = CommandInput<'linkDossier'>['kind'];

function LinkDossierDialog(props: ActScreenProps) {
  const t = districtActs.linkDossier;
  const { dossiers } = useServices();
  const procedureName = useProcedureName();
  const [code, setCode] = useState('');
  const [kind, setKind] = useState<Kind>('FOLLOWS');
  const [tried, setTried] = useState(false);
  const note = useNote();
  const typed = code.trim().toUpperCase();
  const found = typed === '' ? undefined : dossiers.index.findByCode(typed);
  const isItself = found?.id === props.state.id;
  const problem = typed === '' ? undefined : isItself ? t.itself : found ? undefined : t.notFound;
  const input = () => {
    setTried(true);
    return found && !isItself ? { to: found.id, kind, ...note.input } : undefined;
  };
  return (
    <ActDialog {...props} act={linkDossierAct} input={input}>
      <TextInput
        label={t.code}
        required
        data-autofocus
        autoComplete="off"
        value={code}
        description={found && !isItself ? t.found(found.name ?? '', procedureName(found.procedure)) : t.codeHint}
        error={tried ? problem : undefined}
        onChange={(e) => {
          setTried(false);
          setCode(e.currentTarget.value);
        }}
      />
      <NativeSelect
        label={t.kind}
        value={kind}
        onChange={(e) => setKind(e.currentTarget.value as Kind)}
        data={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
      />
      {note.field}
    </ActDialog>
  );
}
