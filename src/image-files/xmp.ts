/** IPTC's digital source types: made by a trained model, or by an algorithm without training data. */
const SOURCE_TYPES = 'http://cv.iptc.org/newscodes/digitalsourcetype';

/** The keyword of XMP in a PNG file (Adobe's XMP specification, part 3). */
export const XMP_KEYWORD = 'XML:com.adobe.xmp';

/**
 * An XMP packet that says where a picture comes from, in the word that search engines and picture
 * libraries read (IPTC Extension, DigitalSourceType). Marked read-only: a change in place would leave
 * the chunk around it with a wrong CRC.
 */
export function sourcePacket(sampleEngine: boolean): string {
  const source = sampleEngine ? 'algorithmicMedia' : 'trainedAlgorithmicMedia';
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about=""',
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">',
    `<Iptc4xmpExt:DigitalSourceType>${SOURCE_TYPES}/${source}</Iptc4xmpExt:DigitalSourceType>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('');
}
