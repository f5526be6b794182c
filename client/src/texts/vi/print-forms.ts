/** Why a form cannot be made of this dossier now, and what a list of dossiers says where it is empty. */
export const printForms = {
  noRefusal: 'Hồ sơ này không bị từ chối tiếp nhận nên không có phiếu từ chối.',
  noApology: 'Hồ sơ này chưa xin lỗi và hẹn lại lần nào.',
  noStopNotice: 'Hồ sơ này không bị dừng giải quyết.',
  noRefusedResult: 'Hồ sơ này không bị từ chối giải quyết sau thẩm định.',
  noWithdrawal: 'Hồ sơ này không được rút.',
  noControlSlip: 'Hồ sơ chưa được tiếp nhận nên chưa có phiếu kiểm soát.',
  noTransferSlip: 'Hồ sơ chưa chuyển cho ai nên chưa có phiếu chuyển.',
} as const;
