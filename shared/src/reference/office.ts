/** Units of the organisation tree. Names, codes and kinds are data with validity, because the law changes them (design §7). */
import type { OfficeId } from '../kernel/ids.ts';
import type { OfficeKind } from './office-kinds.ts';
import type { PlainDate } from '../kernel/plain-date.ts';

export interface Office {
  readonly id: OfficeId;
  readonly kind: OfficeKind;
  readonly parent?: OfficeId | undefined;
  /** "xã Bình Định", "huyện Lương Tài". */
  readonly name: string;
  /** Line 1 of the forms' left header: "UBND XÃ BÌNH ĐỊNH". */
  readonly authorityName: string;
  /** Line 2: "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ". */
  readonly deskName: string;
  /** Place in "Bình Định, ngày … tháng … năm …". */
  readonly place: string;
  /** Statistics code and the catalogue year it belongs to: codes are reused (domain §8.4). */
  readonly statisticsCode?: string | undefined;
  /** Electronic identifier, first part of dossier codes it decides on (domain §3.1). */
  readonly agencyId: string;
  /** Nobody has confirmed the identifier: good enough to try the system with, never to issue codes to citizens. */
  readonly agencyIdUnconfirmed?: boolean | undefined;
  /** False for the units that have their own modern system and come by import. */
  readonly syncs: boolean;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate | undefined;
  readonly successor?: OfficeId | undefined;
}
