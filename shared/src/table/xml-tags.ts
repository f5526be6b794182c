/** The tags of a workbook's XML, one after the other, with the text before each. Namespaces are dropped; nothing is ever fetched or expanded. */
export interface XmlTag {
  readonly name: string;
  readonly closes: boolean;
  /** `<c/>`: opens and closes. */
  readonly alone: boolean;
  readonly attributes: string;
  /** The text between the tag before and this one. */
  readonly before: string;
}

export function* xmlTags(xml: string): Generator<XmlTag> {
  const pattern = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;
  let at = 0;
  let before = '';
  for (const match of xml.matchAll(pattern)) {
    const [whole, cdata, closes, name, attributes = '', alone] = match;
    before += unescapeXml(xml.slice(at, match.index));
    at = match.index + whole.length;
    if (cdata !== undefined) before += cdata;
    if (name === undefined) continue;
    yield { name, closes: closes === '/', alone: alone === '/', attributes, before };
    before = '';
  }
}

export function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match === null ? undefined : unescapeXml(match[1] ?? match[2] ?? '');
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
