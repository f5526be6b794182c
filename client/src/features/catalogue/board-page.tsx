/** The notice board inside the desk: what citizens read, and the way to the screen at the door. */
import { useNavigate } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { Page } from '../../kit/ui/page.tsx';
import { publicBoard as t } from '../../texts/vi/public-board.ts';
import { Board } from './board.tsx';

export function BoardPage() {
  const navigate = useNavigate();
  return (
    <Page title={t.title} tools={<Button onClick={() => void navigate({ to: '/bang-thu-tuc/man-hinh' })}>{t.openKiosk}</Button>}>
      <p className="quiet">
        {t.intro} {t.openKioskHint}
      </p>
      <Board />
    </Page>
  );
}
