/**
 * Finds where a file takes `data` from an event envelope by itself. Types are not at hand here, so the net is wide: `data` of anything called an event or
 * envelope in any file, and of anything at all in a file that knows the envelope. What comes from the one reader (`readEvent`, `readAtEdge`) is free.
 */
import { parseSync } from 'oxc-parser';

/** Where a file has envelopes from: a file that imports one of these has them in its hands. */
const carriers = /^(EventEnvelope|TimelineEntry|DossierView|ProjectedDossier)$/;
const eventLike = /^(event|envelope|entry)s?$|(Event|Envelope)$/;
const readers = /^(readEvent|readAtEdge)$/;
/** What the reader's result is called. */
const readLike = /^(read|lifted|told|known)$/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

export function rawDataOf(file: string, source: string): readonly string[] {
  const { program, module } = parseSync(file, source);
  const hasEnvelopes = module.staticImports.some((one) => one.entries.some((entry) => carriers.test(entry.importName.name ?? '')));
  const found: string[] = [];
  const report = (node: Node): void => void found.push(`${file}:${source.slice(0, node.start).split('\n').length}`);
  const visit = (node: Node, parent: Node | undefined): void => {
    if (node.type === 'MemberExpression' && isData(node) && !isCall(node, parent) && isRaw(node['object'] as Node, hasEnvelopes))
      report(node);
    if (node.type === 'ObjectPattern' && takesData(node) && isRawPattern(parent, hasEnvelopes)) report(node);
    for (const child of childrenOf(node)) visit(child, node);
  };
  visit(program as unknown as Node, undefined);
  return found;
}

function childrenOf(node: Node): readonly Node[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function isData(member: Node): boolean {
  const property = member['property'] as Node;
  return member['computed'] === true ? property['value'] === 'data' : property['name'] === 'data';
}

/** `form.data(view)`: an event's data is nothing that can be called. */
function isCall(node: Node, parent: Node | undefined): boolean {
  return parent?.type === 'CallExpression' && parent['callee'] === node;
}

function isRaw(object: Node, hasEnvelopes: boolean): boolean {
  const name = nameOf(object);
  if (name !== undefined && (readLike.test(name) || readers.test(name))) return false;
  return hasEnvelopes || (name !== undefined && eventLike.test(name));
}

function takesData(pattern: Node): boolean {
  return (pattern['properties'] as readonly Node[]).some((one) => {
    const key = one['key'] as Node | undefined;
    return one.type === 'Property' && (key?.['name'] === 'data' || key?.['value'] === 'data');
  });
}

/** `const { data } = readEvent(event)` is the reader's; a parameter or a loop's variable is whatever the file has in its hands. */
function isRawPattern(parent: Node | undefined, hasEnvelopes: boolean): boolean {
  if (parent?.type === 'Property') return nameOf(parent['key'] as Node) === 'event' || hasEnvelopes;
  const init = parent?.type === 'VariableDeclarator' ? (parent['init'] as Node | null) : null;
  return init === null ? hasEnvelopes : isRaw(init, hasEnvelopes);
}

/** The last name of an expression: of `entry.event` "event", of `readEvent(x)` "readEvent". */
function nameOf(node: Node): string | undefined {
  switch (node.type) {
    case 'Identifier':
      return node['name'] as string;
    case 'MemberExpression':
      return nameOf(node['property'] as Node);
    case 'CallExpression':
      return nameOf(node['callee'] as Node);
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return nameOf(node['expression'] as Node);
    default:
      return undefined;
  }
}
