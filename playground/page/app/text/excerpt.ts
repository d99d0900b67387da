import { parseMarkdown, type Piece } from './markdown.ts';

function words(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
    case 'code':
      return piece.text;
    case 'strong':
    case 'em':
    case 'u':
    case 's':
    case 'link':
    case 'jump':
      return piece.pieces.map(words).join('');
    case 'spoiler':
    case 'user':
    case 'role':
    case 'channel':
    case 'command':
    case 'moment':
      return '…';
  }
}

/** The first line of a text without its markup; empty when there is none. */
export function excerpt(content: string): string {
  const [first] = parseMarkdown(content);
  if (first === undefined) return '';
  return first.kind === 'pre' ? first.text : first.pieces.map(words).join('');
}
