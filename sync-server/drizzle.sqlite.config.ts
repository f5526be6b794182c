/** `drizzle-kit generate` for the SQLite migrations. Generated files are committed and never edited. */
import { defineConfig } from 'drizzle-kit';

export const sqlite = defineConfig({ dialect: 'sqlite', schema: './src/db/schema.sqlite.ts', out: './src/db/migrations/sqlite' });
// The tool reads the default export.
export default sqlite;
