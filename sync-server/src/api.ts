/** All the client may see of the server: the type of its routes. */
import type { createApp } from './app.ts';

export type Api = ReturnType<typeof createApp>;
