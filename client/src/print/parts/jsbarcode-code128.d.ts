/** The one encoder we use of jsbarcode; the package ships types for its DOM entry point only. */
declare module 'jsbarcode/bin/barcodes/CODE128/index.js' {
  export class CODE128 {
    constructor(data: string, options: { readonly text?: string });
    valid(): boolean;
    /** `data` is one character per module, '1' = bar. */
    encode(): { readonly text: string; readonly data: string };
  }
}
