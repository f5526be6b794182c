/**
 * JSON text in which every character fits one byte: what is beyond Latin-1 is escaped. The browser keeps, copies and parses such a string with half the memory
 * of one that has a single letter like ễ in it. Read with `JSON.parse`.
 */
export function oneByteJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0100-\uffff]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
