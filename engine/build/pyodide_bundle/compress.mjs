// Puts a .br and a .gz beside every file of a folder that has none. Node has both, so no package is needed for them.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [folder] = process.argv.slice(2);
// Large files repeat themselves over more than the four megabytes that brotli looks back by itself.
const params = (/** @type {number} */ size) => ({
  [constants.BROTLI_PARAM_LGWIN]: 24,
  [constants.BROTLI_PARAM_SIZE_HINT]: size,
});
/** @type {Record<string, (content: Buffer) => Promise<Buffer>>} */
const ways = {
  br: (content) => promisify(brotliCompress)(content, { params: params(content.length) }),
  gz: (content) => promisify(gzip)(content, { level: 9 }),
};

const names = await readdir(folder);
/** @param {string} name @param {string} ending */
async function compress(name, ending) {
  const copy = `${name}.${ending}`;
  if (names.includes(copy)) return;
  await writeFile(`${folder}/${copy}`, await ways[ending](await readFile(`${folder}/${name}`)));
}

const files = names.filter((name) => !/\.(br|gz)$/.test(name));
await Promise.all(files.flatMap((name) => Object.keys(ways).map((ending) => compress(name, ending))));
