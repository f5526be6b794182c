/** What an officer does on the intake page, step by step. */
import type { Page } from 'playwright-core';
import type { Desk } from './desk.ts';

export const card = '027190001234||Nguyễn Văn An|05021990|Nam|Thôn Ngọc Trì, xã Bình Định, huyện Lương Tài, tỉnh Bắc Ninh|15042021';

export async function startIntake(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await page.getByRole('heading', { name: 'Tiếp nhận hồ sơ' }).waitFor();
}

/** Types words without marks and takes the first procedure found. */
export async function chooseProcedure(page: Page, words: string): Promise<string> {
  await page.getByRole('combobox', { name: 'Thủ tục' }).fill(words);
  const first = page.getByRole('option').first();
  const name = (await first.textContent()) ?? '';
  await page.keyboard.press('Enter');
  await page.getByLabel('Họ, chữ đệm và tên').waitFor();
  return name;
}

export async function scanCard(desk: Desk, text = card): Promise<void> {
  await desk.scan(text);
}

export async function tickPapers(page: Page): Promise<void> {
  await page.keyboard.press('F6');
}

/** Accepts and gives the official code that is shown. */
export async function accept(page: Page): Promise<string> {
  await page.keyboard.press('F9');
  await page.getByRole('heading', { name: 'Đã tiếp nhận' }).waitFor();
  return ((await page.getByTestId('dossier-code').textContent()) ?? '').trim();
}

/** The whole intake of one person by hand, for lists that need rows. */
export async function takeIn(
  page: Page,
  words: string,
  person: { readonly name: string; readonly birth: string; readonly idNumber: string },
): Promise<string> {
  await startIntake(page);
  await chooseProcedure(page, words);
  await page.getByLabel('Họ, chữ đệm và tên').fill(person.name);
  await page.getByLabel('Ngày sinh').fill(person.birth);
  await page.getByLabel('Số giấy tờ').fill(person.idNumber);
  await tickPapers(page);
  return accept(page);
}
