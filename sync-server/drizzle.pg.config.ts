/** `drizzle-kit generate` for the PostgreSQL migrations. Generated files are committed and never edited. */
import { defineConfig } from 'drizzle-kit';

export const pg = defineConfig({ dialect: 'postgresql', schema: './src/db/schema.pg.ts', out: './src/db/migrations/pg' });
// The tool reads the default export.
export default pg;
