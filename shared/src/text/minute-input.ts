/** Times of the day as officers type them. */

/** "16:30", "16h30", "1630", "16" → minutes since midnight. */
export function parseMinute(text: string): number | undefined {
  const match = /^\s*(\d{1,2})\s*(?:[:hg.]\s*(\d{2})?)?\s*$/i.exec(text) ?? /^\s*(\d{1,2})\s*(\d{2})\s*$/.exec(text);
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

/** "16:30". */
export function sayMinute(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}
