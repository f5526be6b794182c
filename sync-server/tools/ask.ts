/** Lines of the standard input, one by one, from a person at a terminal or from a pipe. What is secret is not shown while it is typed. */
import { createInterface } from 'node:readline';
import { type Readable, Writable } from 'node:stream';

export interface Asking {
  readonly ask: (question: string, options?: { readonly secret?: boolean }) => Promise<string | undefined>;
  readonly close: () => void;
}

/** `input` and `output` are the process's, or a pipe's in tests. */
export function createAsking(input: Readable & { readonly isTTY?: boolean }, output: Writable): Asking {
  let lines: AsyncIterator<string> | undefined;
  let shut = (): void => undefined;
  let isMuted = false;

  function open(): AsyncIterator<string> {
    const shown = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        if (!isMuted) output.write(chunk);
        done();
      },
    });
    const terminal = input.isTTY === true;
    const reader = createInterface({ input, output: terminal ? shown : undefined, terminal });
    shut = () => reader.close();
    return reader[Symbol.asyncIterator]();
  }

  return {
    ask: async (question, { secret = false } = {}) => {
      lines ??= open();
      output.write(`${question} `);
      isMuted = secret;
      const { value, done } = await lines.next();
      isMuted = false;
      if (secret || input.isTTY !== true) output.write('\n');
      return done === true ? undefined : String(value);
    },
    close: () => shut(),
  };
}
