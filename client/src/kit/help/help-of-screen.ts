/** Which help belongs to which screen, by the address of its route. A test asks that every screen of an officer is named here. */
import type { HelpId } from '../../texts/vi/help.ts';

export const helpOfScreen: Readonly<Record<string, HelpId>> = {
  '/': 'home',
  '/tiep-nhan': 'intake',
  '/danh-sach/$queue': 'queue',
  '/so-theo-doi': 'register',
  '/ho-so/$dossier': 'dossier',
  '/ban-giao': 'handover',
  '/ban-giao/$list': 'handover',
  '/chot-ca': 'closing',
  '/so-thu-tu': 'tickets',
  '/so-thu-tu/lay-so': 'tickets',
  '/so-thu-tu/man-hinh': 'tickets',
  '/tin-bao': 'notices',
  '/dong-bo': 'sync',
  '/trung-tam': 'centre',
  '/trung-tam/$office': 'commune',
  '/bao-cao': 'report',
  '/thu-tuc': 'catalogue',
  '/thu-tuc/$key': 'procedure',
  '/bang-thu-tuc': 'board',
  '/quan-tri': 'admin',
  '/may-nay': 'device',
  '/in/$form/$dossier': 'print',
  '/in-nhieu': 'print',
  '/bang-ke/$list': 'print',
};
