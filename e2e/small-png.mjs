// A picture of a page has few colours. With 256 of them and no more, it takes a third of the bytes.

import * as zlib from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST = 256;

/** The same picture with a palette. @param png as a browser makes it: 8 bits, RGB or RGBA, not interlaced */
export function small(png) {
  const { width, height, pixels, step } = read(png);
  const counts = new Map();
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) {
    const colour = (pixels[at * step] << 16) | (pixels[at * step + 1] << 8) | pixels[at * step + 2];
    colours[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = chosen(counts);
  const nearest = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < colours.length; at += 1) {
    const colour = colours[at];
    if (!nearest.has(colour)) {
      nearest.set(colour, closest(colour, palette));
    }
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = nearest.get(colour);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE, chunk('IHDR', header), chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours, but none so near to another that nobody could tell. */
function chosen(counts) {
  const palette = [];
  for (const distance of [160, 40, 0]) {
    for (const [colour] of [...counts].sort((one, other) => other[1] - one[1])) {
      if (palette.length < MOST && palette.every((other) => apart(colour, other) > distance)) {
        palette.push(colour);
      }
    }
  }
  return palette;
}

function apart(one, other) {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return red * red + green * green + blue * blue;
}

function closest(colour, palette) {
  let best = 0;
  palette.forEach((other, index) => {
    if (apart(colour, other) < apart(colour, palette[best])) {
      best = index;
    }
  });
  return best;
}

function read(png) {
  let at = 8;
  let width = 0;
  let height = 0;
  let step = 3;
  const data = [];
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      step = body[9] === 6 ? 4 : 3;
    } else if (kind === 'IDAT') {
      data.push(body);
    }
    at += length + 12;
  }
  return { width, height, step, pixels: unfiltered(zlib.inflateSync(Buffer.concat(data)), width * step, height, step) };
}

function unfiltered(raw, row, height, step) {
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const left = x < step ? 0 : out[y * row + x - step];
      const up = y === 0 ? 0 : out[(y - 1) * row + x];
      const corner = x < step || y === 0 ? 0 : out[(y - 1) * row + x - step];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[y * row + x] = raw[y * (row + 1) + 1 + x] + guess;
    }
  }
  return out;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [left, up, corner].map((one) => Math.abs(guess - one));
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
}

function chunk(kind, body) {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc(named), body.length + 8);
  return out;
}

function crc(bytes) {
  if (zlib.crc32) {
    return zlib.crc32(bytes);
  }
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
  }
  return (sum ^ 0xffffffff) >>> 0;
}
