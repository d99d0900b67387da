import { crc32, deflateSync } from 'node:zlib';
import { type Canvas, toBytes } from './paint/canvas.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const SOFTWARE = 'Easel sample engine (procedural, not a model)';

/** IPTC's word for a picture made by an algorithm without training data. */
const SOURCE_TYPE = 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia';

const XMP =
  '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
  '<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" ' +
  `Iptc4xmpExt:DigitalSourceType="${SOURCE_TYPE}"/>` +
  '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>';

/** An 8-bit RGB PNG that says in its text chunks what made it. */
export function encodePng(canvas: Canvas): Uint8Array<ArrayBuffer> {
  const { width, height } = canvas;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const parts = [
    SIGNATURE,
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Software\0${SOFTWARE}`, 'latin1')),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${XMP}`, 'utf8')),
    chunk('IDAT', deflateSync(filtered(canvas), { level: 3 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** Each row as differences from the row above (filter 2), which suits smooth pictures. */
function filtered(canvas: Canvas): Uint8Array {
  const stride = canvas.width * 3;
  const pixels = toBytes(canvas);
  const rows = new Uint8Array((stride + 1) * canvas.height);
  for (let y = 0; y < canvas.height; y++) {
    const to = y * (stride + 1);
    rows[to] = 2;
    for (let i = 0; i < stride; i++) {
      const above = y > 0 ? (pixels[(y - 1) * stride + i] ?? 0) : 0;
      rows[to + 1 + i] = (pixels[y * stride + i] ?? 0) - above;
    }
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}
