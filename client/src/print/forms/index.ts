/** The registry of official forms that can be printed: id in the address → what it takes to show it. Exhaustive by type where the print page reads it. */
export const formIds = ['receipt', 'supplement', 'register'] as const;
export type FormId = (typeof formIds)[number];

export function isFormId(text: string): text is FormId {
  return (formIds as readonly string[]).includes(text);
}
