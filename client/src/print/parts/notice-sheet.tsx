/**
 * The office writes to the citizen (Mẫu 04, the stop notice, the refusal after appraisal, a withdrawal): head, title, "Kính gửi", the facts of the dossier, what
 * is said and why, who signs. One sheet, so that the letters of an office look alike; what each says comes as data.
 */
import type { ReactNode } from 'react';
import { type FormCopy, copyName, copyNameShort } from './copy-names.ts';
import { ContactLine } from './contact-line.tsx';
import { FieldLine } from './field-line.tsx';
import { HelpLine } from './help-line.tsx';
import type { PartyLines } from './lines.ts';
import { NationalHeader } from './national-header.tsx';
import { Sheet } from './sheet.tsx';
import { type Signature, Signatures } from './signatures.tsx';
import type { SlipHead } from './slip-lines.ts';
import { StatedLine } from './stated-line.tsx';
import { formDateTime } from './wording.ts';
import type { Instant } from '@onestop/shared/kernel/instant.ts';

export interface NoticeData extends SlipHead {
  readonly owner: PartyLines;
  readonly code: string | undefined;
  readonly acceptedAt: Instant | undefined;
  readonly reason: string;
  /** Legal ground; empty where none is named. */
  readonly ground: string;
  readonly signing: Signature;
  readonly statedBy: string;
}

interface NoticeSheetProps {
  readonly data: NoticeData;
  readonly copy: FormCopy;
  readonly title: string;
  /** What is told, before the reason. */
  readonly statement: string;
  /** After the reason: what follows from it. */
  readonly children?: ReactNode;
  /** Facts of the dossier beyond code, procedure and day of receipt. */
  readonly facts?: ReactNode;
  readonly citizenSigns?: Signature;
}

export function NoticeSheet({ data, copy, title, statement, children, facts, citizenSigns }: NoticeSheetProps) {
  return (
    <Sheet label={title} footer={[data.code, copyNameShort[copy]].filter(Boolean).join(' · ')}>
      <NationalHeader {...data} />
      <h1 className="print-title">{title.toLocaleUpperCase('vi')}</h1>
      <p className="print-subtitle">(Liên: {copyName[copy]})</p>
      <FieldLine caption="Kính gửi:" value={data.owner.name} strong />
      <FieldLine caption="Địa chỉ:" value={data.owner.address} />
      <ContactLine party={data.owner} />
      <FieldLine caption="Mã hồ sơ:" value={data.code} strong />
      <FieldLine caption="Nội dung yêu cầu giải quyết:" value={data.request} />
      <FieldLine caption="Thời gian nhận hồ sơ:" value={formDateTime(data.acceptedAt)} />
      {facts}
      <p className="print-line">{statement}</p>
      <FieldLine caption="Lý do:" value={data.reason} />
      <FieldLine caption="Căn cứ:" value={data.ground} optional />
      {children}
      <StatedLine by={data.statedBy} />
      <HelpLine head={data} name={data.clerkName} when="Nếu có vướng mắc" />
      <div className="print-kept">
        <Signatures {...(citizenSigns ? { left: citizenSigns } : {})} right={data.signing} />
        <Recipients deskTitle={data.deskTitle} />
      </div>
    </Sheet>
  );
}

function Recipients({ deskTitle }: { readonly deskTitle: string }) {
  return (
    <div className="print-notes">
      <strong>Nơi nhận:</strong>
      <ul>
        <li>Như trên;</li>
        <li>{deskTitle};</li>
        <li>Lưu: VT.</li>
      </ul>
    </div>
  );
}
