/** What an officer does with a dossier on its page: finds it by its code, opens an act by its name wherever it stands, fills in the dialog and confirms it. */
import type { Locator, Page } from 'playwright-core';
import type { Desk } from './desk.ts';

export interface Filling {
  /** Boxes that are typed into first, because what they find is chosen afterwards. */
  readonly find?: Readonly<Record<string, string>>;
  /** The name of a file that is chosen. */
  readonly file?: string;
  /** Boxes by the beginning of their label. */
  readonly type?: Readonly<Record<string, string>>;
  /** Select boxes by the beginning of their label, every one of that beginning; `''`: the first real choice. */
  readonly choose?: Readonly<Record<string, string>>;
  /** Check boxes and radio buttons by the beginning of their name; `''`: the first one. */
  readonly check?: readonly string[];
}

/** From the palette, as whoever has the receipt in hand does. */
export async function openDossier(desk: Desk, code: string): Promise<void> {
  const page = desk.page();
  const head = page.getByRole('region', { name: 'Mã và tình trạng hồ sơ' }).filter({ hasText: code });
  if (await head.isVisible()) return;
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').or(dialog.getByRole('textbox')).or(dialog.getByRole('searchbox')).first().fill(code);
  await dialog.getByText(code).first().waitFor();
  await page.keyboard.press('Enter');
  await head.waitFor();
}

/** One act on the dossier with this code; what its dialog says against it is the error's text. */
export async function perform(desk: Desk, code: string, name: string, filling: Filling = {}): Promise<void> {
  await openDossier(desk, code);
  await performHere(desk, name, filling);
}

/** One act on the dossier whose page is open. */
export async function performHere(desk: Desk, name: string, filling: Filling = {}): Promise<void> {
  const page = desk.page();
  const panel = page.getByRole('region', { name: 'Việc làm tiếp' });
  const button = { name: new RegExp(`^${name}( ·|$)`) };
  const own = panel.getByRole('button', button);
  const others = panel.getByRole('button', { name: 'Việc khác' });
  const listed = page.getByRole('dialog').getByRole('list').getByRole('button', button).first();
  await own.or(others).first().waitFor();
  // The page may still be drawing what the last act made possible: what is in neither place yet is looked for again.
  for (let look = 0; look < 10; look++) {
    if (await own.count()) {
      await own.first().click();
      break;
    }
    await others.click();
    await page.getByRole('dialog').waitFor();
    if ((await listed.count()) && (await listed.getAttribute('aria-disabled')) !== 'true') {
      await listed.click();
      break;
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  const form = page.getByRole('dialog').locator('form');
  await form.waitFor();
  await fill(form, filling);
  await form.getByRole('button', { name: /Enter$/ }).click();
  await untilClosed(page, name);
}

async function fill(form: Locator, { find = {}, file, type = {}, choose = {}, check = [] }: Filling): Promise<void> {
  for (const [name, value] of Object.entries(find)) await form.getByRole('textbox', begins(name)).first().fill(value);
  if (file) await form.locator('input[type=file]').setInputFiles({ name: file, mimeType: 'image/jpeg', buffer: Buffer.from(file) });
  for (const name of check) {
    const box = form
      .getByRole('checkbox', begins(name))
      .or(form.getByRole('radio', begins(name)))
      .first();
    await box.check();
  }
  for (const [name, value] of Object.entries(choose)) {
    await form.getByRole('combobox', begins(name)).first().waitFor();
    for (const box of await form.getByRole('combobox', begins(name)).all())
      await (value === '' ? box.selectOption({ index: 1 }) : box.selectOption(value));
  }
  for (const [name, value] of Object.entries(type)) await form.getByRole('textbox', begins(name)).first().fill(value);
}

const begins = (name: string) => ({ name: new RegExp(`^${name.replace(/[()]/g, '\\$&')}`) });

async function untilClosed(page: Page, what: string): Promise<void> {
  try {
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  } catch {
    throw new Error(`${what} was not done: ${await page.getByRole('dialog').innerText()}`);
  }
}

/** Another officer at the same machine. */
export async function changeOfficer(desk: Desk, givenName: string): Promise<void> {
  const page = desk.page();
  await page.getByRole('button', { name: 'Đổi người dùng' }).click();
  await desk.signIn(givenName);
}
