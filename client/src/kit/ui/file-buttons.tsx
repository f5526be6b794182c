/** A table to take away: as a workbook and as text. Both are made on the device. */
import { Button } from '@mantine/core';
import { type OutSheet, type SheetValue, writeXlsx } from '@onestop/shared/table/write-xlsx.ts';
import { csvBlob, downloadBlob } from './download.ts';
import { report as t } from '../../texts/vi/report.ts';

interface FileButtonsProps {
  /** Without its ending. */
  readonly name: string;
  readonly sheet: OutSheet;
  readonly csv: readonly (readonly SheetValue[])[];
  /** Somebody took it. */
  readonly onTaken?: () => void;
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function FileButtons({ name, sheet, csv, onTaken }: FileButtonsProps) {
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          downloadBlob(new Blob([writeXlsx([sheet]) as Uint8Array<ArrayBuffer>], { type: workbook }), `${name}.xlsx`);
          onTaken?.();
        }}
      >
        {t.xlsx}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          downloadBlob(csvBlob(csv), `${name}.csv`);
          onTaken?.();
        }}
      >
        {t.csv}
      </Button>
    </>
  );
}
