/** Dashes as word processors and phones write them in the place of the hyphen. */
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

export function plainDashes(text: string): string {
  return text.replace(dashes, '-');
}
