import { expect, it } from 'vitest';
import { serverPages } from './server-pages.ts';

it('[V457] on a device, too, the address of the public’s look-up leads to the server’s page and not into the app', () => {
  const ofServer = (address: string) => serverPages.some((page) => page.test(address));
  expect(
    ['/tra-cuu', '/tra-cuu/', '/tra-cuu?ma=000.01.38.H05-261123-0001', '/tra-cuu/?ma=x', '/api/tra-cuu?ma=x'].filter(
      (one) => !ofServer(one),
    ),
  ).toEqual([]);
  expect(['/', '/tra-cuu-noi-bo', '/bang-thu-tuc/man-hinh', '/thu-tuc/1.001193', '/ho-so/x?tra-cuu'].filter(ofServer)).toEqual([]);
});
