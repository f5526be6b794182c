/** An enrolment code out of what was scanned or followed: the bare code, or an address that carries it after `#ma=`. */
export function enrolCodeFromText(text: string): string {
  const match = /#ma=([^&\s]+)/.exec(text);
  if (match?.[1] !== undefined) return decodeURIComponent(match[1]);
  return text.startsWith('#') ? '' : text.trim();
}

/** What the QR code of an enrolment says. The code is behind `#`, so it is never sent to a server by opening the address. */
export function enrolAddress(origin: string, code: string): string {
  return `${origin}/#ma=${encodeURIComponent(code)}`;
}
