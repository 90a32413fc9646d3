import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/** The examples use `clinic-elements/leads` as a consumer does, through dist; the real build writes it. */
export async function buildLeads(): Promise<void> {
  if (existsSync(path.join(REPOSITORY, 'dist/leads/index.js'))) return;
  await build({
    entryPoints: ['index.ts', 'lead.ts'].map((file) => path.join(REPOSITORY, 'src/leads', file)),
    outdir: path.join(REPOSITORY, 'dist/leads'),
    format: 'esm',
  });
}
