// @ts-check
/**
 * The evidence pack: the reader's files, read once, hashed and put into a ZIP file, without ever being in memory whole.
 *
 * A file is read in pieces, all into the same memory. Each piece goes through the hash and through the library that writes the ZIP,
 * and is dropped again: the pack is put together of the ZIP's own bytes and of references to the parts of the files between them,
 * which the browser only follows when it saves the pack.
 *
 * @typedef {object} Chosen a file that the reader chose
 * @property {File} file
 * @property {string} shows an item of the evidence
 *
 * @typedef {object} Listed a file as Python writes it into the manifest
 * @property {string} name
 * @property {number} size
 * @property {string} type
 * @property {string} sha256
 * @property {string} [shows]
 * @property {string | null} [captured]
 *
 * @typedef {object} Plan what Python says belongs into the pack
 * @property {string[]} names of the chosen files, in their order
 * @property {{name: string, type: string, text: string}[]} texts
 *
 * @typedef {object} Part a part of a file, from one byte to before another
 * @property {File} file
 * @property {number} from
 * @property {number} to
 *
 * @typedef {object} Made
 * @property {Blob} pack
 * @property {number} count files in it
 * @property {string} fingerprint of the manifest
 */
import { hashLibrary, photoLibrary, zipLibrary } from "../shared/libraries.js";

/** So many bytes at the beginning of a photo hold what the camera wrote. */
const HEAD = 256 * 1024;

/** So many bytes are read at a time. */
const PIECE = 1 << 20;

/** A file that was chosen and cannot be read any more. */
export class UnreadableError extends Error {}

/**
 * Make a pack.
 *
 * @param {Chosen[]} chosen
 * @param {Plan} plan
 * @param {(listed: Listed[]) => Promise<{name: string, text: string}>} manifest Python's manifest of these files
 * @param {(file: number, share: number) => void} tell how far it is: which file, and how much of it was read, from 0 to 1
 * @returns {Promise<Made>}
 */
export async function makePack(chosen, plan, manifest, tell) {
  const [{ makeZip }, { sha256 }] = await Promise.all([zipLibrary(), hashLibrary()]);
  /** @type {Listed[]} */
  const listed = [];
  /** @type {Map<Uint8Array, Part>} which part of which file a piece on its way through the ZIP is */
  const parts = new Map();
  let fingerprint = "";

  async function* files() {
    for (const [number, { file, shows }] of chosen.entries()) {
      const hash = sha256.create();
      const captured = await captureTime(file);
      const read = pieces(file, (piece, part) => {
        hash.update(piece);
        parts.set(piece, part);
        tell(number, part.to / file.size);
      });
      yield { name: plan.names[number], lastModified: new Date(file.lastModified), input: read };
      listed.push({
        name: plan.names[number],
        size: file.size,
        type: file.type,
        sha256: hex(hash.digest()),
        shows,
        captured,
      });
    }
    for (const { name, type, text } of plan.texts) {
      const bytes = new TextEncoder().encode(text);
      yield { name, lastModified: new Date(), input: bytes };
      listed.push({ name, size: bytes.length, type, sha256: hex(sha256(bytes)) });
    }
    const { name, text } = await manifest(listed);
    const bytes = new TextEncoder().encode(text);
    fingerprint = hex(sha256(bytes));
    yield { name, lastModified: new Date(), input: bytes };
  }

  const pack = await byReference(makeZip(files()), parts);
  return { pack, count: listed.length + 1, fingerprint };
}

/**
 * Read a file in pieces, no sooner than somebody wants them. A piece holds its bytes only until the next one is read.
 *
 * @param {File} file
 * @param {(piece: Uint8Array, part: Part) => void} note
 * @returns {ReadableStream<Uint8Array>}
 */
function pieces(file, note) {
  const read = reader(file);
  let from = 0;
  return new ReadableStream(
    {
      async pull(out) {
        const { done, value } = await read().catch(() => {
          throw new UnreadableError(file.name);
        });
        if (done || !value) return out.close();
        note(value, { file, from, to: (from += value.length) });
        out.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * Give a function that reads the next piece of a file: into the same memory each time, where the browser can.
 *
 * @param {File} file
 * @returns {() => Promise<{done: boolean, value?: Uint8Array}>}
 */
function reader(file) {
  /** @type {ReadableStreamBYOBReader} */
  let filling;
  try {
    filling = file.stream().getReader({ mode: "byob" });
  } catch {
    const fresh = file.stream().getReader(); // an older browser takes new memory for each piece
    return () => fresh.read();
  }
  let memory = new ArrayBuffer(PIECE);
  return async () => {
    const { done, value } = await filling.read(new Uint8Array(memory));
    if (value) memory = value.buffer;
    return { done, value };
  };
}

/**
 * Put a ZIP together without holding the files in it: in their place stand references to them.
 *
 * @param {ReadableStream<Uint8Array>} zip
 * @param {Map<Uint8Array, Part>} parts
 * @returns {Promise<Blob>}
 */
async function byReference(zip, parts) {
  /** @type {(Uint8Array | Part)[]} */
  const whole = [];
  const reader = zip.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const [part, last] = [parts.get(value), whole.at(-1)];
    parts.delete(value);
    if (part && last && "file" in last && last.file === part.file && last.to === part.from) last.to = part.to;
    else whole.push(part ?? value);
  }
  const blobs = whole.map((part) =>
    "file" in part ? part.file.slice(part.from, part.to) : /** @type {Uint8Array<ArrayBuffer>} */ (part),
  );
  return new Blob(blobs, { type: "application/zip" });
}

/**
 * Read when a photo was taken, as the camera wrote it down.
 *
 * @param {File} file
 * @returns {Promise<string | null>} like "2026:11:20 10:11:12", with "+01:00" behind where the camera knew it
 */
async function captureTime(file) {
  if (file.type !== "image/jpeg") return null;
  try {
    const { load } = await photoLibrary();
    const tags = load(await file.slice(0, HEAD).arrayBuffer());
    const time = tags.DateTimeOriginal?.description;
    return time ? `${time}${tags.OffsetTimeOriginal?.description ?? ""}` : null;
  } catch {
    return null; // it is no photo of a camera, or it is damaged; the pack takes it as it is
  }
}

/** @param {Uint8Array} bytes */
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
