// Writes a .br and a .gz beside each of the embeds' files, for servers that send them as they are.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

for (const file of globSync('packages/widgets/embed/**/*.js')) {
  const content = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(content, best));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
