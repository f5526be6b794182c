/** Acts that only the office may do that has the file: judged by what their officer had seen. Run on SQLite and on PostgreSQL. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '@onestop/sync-server/db/store.ts';
import { centreId, communeId } from '../support/builders.ts';
import { readStoredDossier } from '../support/stored-dossier.ts';
import { accept, now, write } from '../support/test-acts.ts';
import { type TestServer, createTestServer } from '../support/test-server.ts';

export function describeHolder(name: string, openStore: () => Promise<Store | undefined>, isAvailable = true): void {
  describe.runIf(isAvailable)(`who has the file on ${name}`, () => {
    let server: TestServer;
    beforeEach(async () => {
      server = await createTestServer({ store: await openStore(), now });
    });
    afterEach(() => server.close());

    it('[S60] who had seen that the file is at another office cannot sign it; the office that has it can', async () => {
      const [a, b] = [await server.newDevice(communeId), await server.newDevice(communeId)];
      const centre = await server.newDevice(centreId);
      await a.settle();
      const forwarded = write(a, 'd00000000001', 'DossierForwarded', [accept(a, 'd00000000001')]);
      const asked = write(a, 'd00000000001', 'SignatureRequested', [forwarded]);
      const up = write(a, 'd00000000001', 'DossierForwardedUp', [asked]);
      // In one batch with the transfer: what the device did itself is in its sight, whatever it says.
      const unsigned = write(a, 'd00000000001', 'ResultSigned', [asked]);
      expect((await a.settle()).refused.map((each) => [each.seq, each.code])).toEqual([[unsigned.seq, 'event/held-elsewhere']]);
      const unnumbered = write(b, 'd00000000001', 'ResultNumbered', [up]);
      expect((await b.settle()).refused.map((each) => [each.seq, each.code])).toEqual([[unnumbered.seq, 'event/held-elsewhere']]);
      await centre.settle();
      expect(centre.pulled.size).toBe(4);
      const worked = write(centre, 'd00000000001', 'UpTransferProcessing', [write(centre, 'd00000000001', 'UpTransferAcknowledged', [up])]);
      const signed = write(centre, 'd00000000001', 'ResultSigned', [write(centre, 'd00000000001', 'SignatureRequested', [worked])]);
      expect((await centre.settle()).refused).toEqual([]);
      const { state } = await readStoredDossier(server.store, 'd00000000001');
      expect([state?.step, state?.heads, state?.contradictions]).toEqual(['SIGNED_NUMBERING', [signed], []]);

      // Sent back, it is the commune's again.
      const sent = write(a, 'd00000000002', 'DossierForwardedUp', [accept(a, 'd00000000002')]);
      await a.settle();
      const back = write(centre, 'd00000000002', 'UpTransferSentBack', [sent]);
      await centre.settle();
      write(b, 'd00000000002', 'SignatureRequested', [back]);
      expect((await b.settle()).refused).toEqual([]);
    });

    it('[S61] who could not know that the file had moved is taken, and people settle what comes of it', async () => {
      const [a, b] = [await server.newDevice(communeId), await server.newDevice(communeId)];
      await a.settle();
      const forwarded = write(a, 'd00000000001', 'DossierForwarded', [accept(a, 'd00000000001')]);
      const asked = write(a, 'd00000000001', 'SignatureRequested', [forwarded]);
      const up = write(a, 'd00000000001', 'DossierForwardedUp', [asked]);
      await a.settle();
      // Without a line since the draft was handed in.
      write(b, 'd00000000001', 'ResultSigned', [asked]);
      expect((await b.settle()).refused).toEqual([]);
      const { state } = await readStoredDossier(server.store, 'd00000000001');
      expect(state?.contradictions).toHaveLength(1);
      // In sight of the transfer, and of something that is not here: the file may have come back.
      const c = await server.newDevice(communeId);
      write(c, 'd00000000001', 'ResultSigned', [up, { device: a.id, seq: 9 }]);
      expect((await c.settle()).refused).toEqual([]);
    });
  });
}
