/**
 * The very first import of the app: the schema library may otherwise try to compile its checks with `new Function`, which the content security policy
 * forbids and the browser reports. Imports run in order, so no schema has been used before this line.
 */
import { config } from 'zod/mini';

config({ jitless: true });
