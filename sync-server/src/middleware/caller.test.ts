import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { callerLine } from './caller.ts';

async function lineOf(remoteAddress: string, forwarded?: string): Promise<string> {
  const app = new Hono().get('/', (c) => c.text(callerLine(c)));
  const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
  return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } })).text();
}

it('[O246] a line is an IPv4 address or the half of an IPv6 address that the network gives; a proxy is believed on this machine only', async () => {
  expect(await lineOf('203.0.113.7')).toBe('203.0.113.7');
  expect(await lineOf('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
  expect(await lineOf('127.0.0.1', '192.0.2.9, 198.51.100.1')).toBe('198.51.100.1');
  const inOneHouse = ['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2:3:4:5:6'];
  expect(new Set(await Promise.all(inOneHouse.map((address) => lineOf(address)))).size).toBe(1);
  expect(await lineOf('2001:db8::1')).toBe('2001:db8:0:0');
  expect(await lineOf('2001:db8:0:1::1')).not.toBe(await lineOf('2001:db8::1'));
  expect(await lineOf('::ffff:203.0.113.7')).toBe('::ffff:203.0.113.7');
});
