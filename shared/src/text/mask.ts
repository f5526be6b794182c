/** Personal numbers as lists show them: enough to tell two people of one name apart, not enough to use. */

/** `027190001234` → `027•••••1234`; shorter numbers keep the last three or fewer. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length >= 12) return hide(idNumber, 3, 4);
  return hide(idNumber, 0, idNumber.length >= 8 ? 3 : 1);
}

/** `0987654321` → `•••••••321`. */
export function maskPhone(phone: string): string {
  return hide(phone, 0, phone.length >= 8 ? 3 : 1);
}

function hide(text: string, head: number, tail: number): string {
  const hidden = Math.max(0, text.length - head - tail);
  return text.slice(0, head) + '•'.repeat(hidden) + text.slice(head + hidden);
}
