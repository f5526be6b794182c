/** What cannot be done says why; the procedure put right; files named. Rules in tests/rules/screens.md. */
import { createHash } from 'node:crypto';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { at, chain, procedures } from '../support/builders.ts';
import { actButtons, deskWith, lastEvent, openAct, openedDossier, otherActs, others, send, sent, stateOf, told, type } from './acting.tsx';
import { officers, region } from './desk.tsx';

const accepted = chain(['DossierAccepted']);
const returned = chain(['DossierAccepted', 'DossierForwarded', 'DossierFinished', 'ResultReturned']);

describe('what cannot be done now', () => {
  const openList = async () => {
    fireEvent.click(await screen.findByRole('button', { name: others }));
    return within(await screen.findByRole('dialog'));
  };

  it('[V341] stands in the list when it is asked for, is reached by arrows, read with its reason, and opens nothing', async () => {
    await deskWith(officers.clerk, accepted);
    const list = await openList();
    expect(list.queryByRole('list', { name: 'Chưa làm được' })).toBeNull();
    fireEvent.click(list.getByRole('button', { name: /^Xem \d+ việc chưa làm được/ }));
    const closed = within(list.getByRole('list', { name: 'Chưa làm được' }));
    const handOut = closed.getByRole('button', { name: 'Trả kết quả' });
    expect(handOut.getAttribute('aria-disabled')).toBe('true');
    expect(handOut).toHaveProperty('disabled', false);
    const why = document.getElementById(handOut.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toBe('Hồ sơ đang ở trạng thái “Được tiếp nhận” nên không thực hiện được việc này.');
    const all = closed.getAllByRole('button');
    // The keyboard goes on with what was asked for.
    expect(document.activeElement).toBe(all[0]);
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(all[1]);
    fireEvent.click(handOut);
    expect(screen.getByRole('dialog').querySelector('form')).toBeNull();
    // Whose it is, where it is another's.
    const sign = closed.getByRole('button', { name: 'Ghi đã ký' });
    expect(document.getElementById(sign.getAttribute('aria-describedby') ?? '')?.textContent).toContain('lãnh đạo ký');
  });

  it('[V341] is found by typing too, after what can be done; Enter opens only that', async () => {
    await deskWith(officers.clerk, accepted);
    const list = await openList();
    const box = list.getByRole('textbox');
    fireEvent.change(box, { target: { value: 'luu tru' } });
    expect(list.getByRole('button', { name: 'Lưu trữ hồ sơ' }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(screen.getByRole('dialog').querySelector('form')).toBeNull();
  });

  it('[V341] an act that a list offered opens only where the page itself offers it', async () => {
    await deskWith(officers.clerk, accepted);
    const fromList = async (command: string) => {
      window.history.replaceState({ act: command }, '', `/ho-so/${openedDossier}`);
      await act(async () => void window.dispatchEvent(new PopStateEvent('popstate')));
    };
    // Nothing was paid: the rules would let money go back, the page does not.
    await fromList('refundFee');
    await fromList('addNote');
    expect((await screen.findByRole('dialog')).textContent).toContain('Thêm ghi chú vào hồ sơ');
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await fromList('refundFee');
    await region('Việc làm tiếp');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the wrong procedure', () => {
  const change = 'Đổi thủ tục';

  it('[V342] is changed to the right one with its papers, fee and promise as they are told, counted from the same receipt', async () => {
    const desk = await deskWith(officers.clerk, accepted, { now: at('23/11/2026 16:00') });
    const before = await stateOf(desk);
    const dialog = await openAct(change);
    await send(dialog);
    expect(dialog.getByText(/^Chưa nhập: Lý do đổi/)).toBeDefined();
    type(dialog, /^Lý do đổi/, 'người nộp cần việc khác');
    await send(dialog);
    expect(dialog.getByText('Chọn thủ tục đúng trong danh sách.')).toBeDefined();
    expect(dialog.queryByRole('radio', { name: procedures.threeDays.name })).toBeNull();
    type(dialog, /^Tìm thủ tục đúng/, procedures.instant.code ?? procedures.instant.name);
    fireEvent.click(dialog.getByRole('radio', { name: procedures.instant.name }));
    // The receipt was at 08:00, before the cut-off; the change at 16:00 is not.
    expect(dialog.getByText(/Hẹn trả mới: .*23\/11\/2026/)).toBeDefined();
    await sent(dialog);
    const after = await stateOf(desk);
    expect(after.intake?.procedure.key).toBe(procedures.instant.key);
    expect([after.code, after.register]).toEqual([before.code, before.register]);
    expect(after.intake?.papers.map(({ id, name, state }) => ({ id, name, state }))).toEqual(
      before.intake?.papers.map(({ id, name, state }) => ({ id, name, state })),
    );
    await told(/Đổi thủ tục thành .*người nộp cần việc khác/);
  });

  it('[V342] of another agency, or after a decision, is not changed here, and the dialog keeps what was typed', async () => {
    const desk = await deskWith(officers.clerk, accepted);
    const dialog = await openAct(change);
    fireEvent.click(dialog.getByRole('radio', { name: procedures.interconnected.name }));
    type(dialog, /^Lý do đổi/, 'nhầm');
    await send(dialog);
    expect(await dialog.findByText(/cơ quan khác giải quyết nên phải có mã hồ sơ khác/)).toBeDefined();
    expect((await stateOf(desk)).intake?.procedure.key).toBe(procedures.threeDays.key);
    await deskWith(officers.clerk, returned);
    expect([...(await actButtons()), ...(await otherActs())]).not.toContain(change);
  });

  it('[V342] without a known limit takes a day from the officer, with a reason', async () => {
    const desk = await deskWith(officers.clerk, accepted);
    const dialog = await openAct(change);
    fireEvent.click(dialog.getByRole('radio', { name: procedures.noLimit.name }));
    type(dialog, /^Lý do đổi/, 'nhầm');
    type(dialog, /^Lý do chọn ngày hẹn/, 'theo kế hoạch');
    type(dialog, /^Ngày hẹn mới/, '30/11/2026');
    await sent(dialog);
    expect((await stateOf(desk)).due?.dueAt).toBe(at('30/11/2026 17:00'));
  });
});

describe('a file of the dossier', () => {
  it('[V343] is named by its bytes, belongs to a paper, and the dialog says that it is not kept here yet', async () => {
    const desk = await deskWith(officers.clerk, accepted);
    const dialog = await openAct('Ghi tệp của hồ sơ');
    expect(dialog.getByText(/chưa được chép vào phần mềm và chưa gửi lên trung tâm/)).toBeDefined();
    await send(dialog);
    expect(dialog.getByText('Chọn tệp trước.')).toBeDefined();
    const input = screen.getByRole('dialog').parentElement?.querySelector('input[type=file]') ?? document.querySelector('input[type=file]');
    const choose = (file: File) => act(async () => void fireEvent.change(input as Element, { target: { files: [file] } }));
    await choose(new File([], 'rong.pdf'));
    expect(dialog.getByText(/Tệp này rỗng/)).toBeDefined();
    await choose(new File(['trang 1'], 'to khai.pdf', { type: 'application/pdf' }));
    await waitFor(() => expect(dialog.getByText(/to khai\.pdf, 7/)).toBeDefined());
    await sent(dialog);
    expect(await lastEvent(desk)).toEqual({
      type: 'FileAttached',
      data: {
        name: 'to khai.pdf',
        bytes: 7,
        mediaType: 'application/pdf',
        kind: 'PAPER',
        hash: createHash('sha256').update('trang 1').digest('hex'),
      },
    });
    await told(/Đính kèm to khai\.pdf/);
  });
});
