import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The examples use `clinic-elements/leads` and `clinic-elements/structured-data` as a consumer does, through dist;
 * the real build writes them.
 */
export async function buildDoors(): Promise<void> {
  const from = (file: string) => path.join(REPOSITORY, 'src', file);
  const outdir = path.join(REPOSITORY, 'dist');
  if (!existsSync(path.join(outdir, 'leads/index.js')))
    await build({
      entryPoints: ['leads/index.ts', 'leads/lead.ts'].map(from),
      outdir: path.join(outdir, 'leads'),
      format: 'esm',
    });
  if (!existsSync(path.join(outdir, 'structured-data.js')))
    await build({
      entryPoints: [from('structured-data.ts')],
      outdir,
      bundle: true,
      packages: 'external',
      format: 'esm',
    });
}
