import type { Config } from '../../config.ts';
import { checkKey, type KeyVerdict } from '../../image-api/key-check.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const LONGEST_MS = 20_000;

const findings: Record<KeyVerdict, Finding> = {
  accepted: ok('Image API: it tells the key from a wrong one'),
  refused: fail(
    'Image API: it refuses the key; check IMAGE_API_KEY, IMAGE_API_AUTH_HEADER and IMAGE_API_AUTH_SCHEME',
  ),
  'cannot-tell': warn(
    'Image API: it answers, but does not show whether it takes the key; the first picture will',
  ),
  unreachable: fail('Image API: it does not answer; check IMAGE_API_URL and the network'),
};

/** Whether the image API answers and takes the key, found out without paying. */
export async function checkImageApi(settings: Config['imageApi']): Promise<Finding> {
  const timeoutMs = Math.min(settings.timeoutMs, LONGEST_MS);
  return findings[await checkKey({ ...settings, timeoutMs })];
}
