/** Teams hands out addresses of the tenant's own SharePoint, and of nothing else. */
const HOST = /(^|\.)sharepoint\.com$/;
const WITHIN_MS = 10_000;

export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
}

/** Whether a file may be sent there. */
export function isSharePoint(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isPlain = url?.username === '' && url.password === '' && url.port === '';
  return isPlain && url.protocol === 'https:' && HOST.test(url.hostname);
}

/** Puts a file at the address Teams gave, in one piece. Throws `UploadRefused`. */
export async function upload(address: string, bytes: Buffer): Promise<void> {
  if (!isSharePoint(address)) throw new UploadRefused('not an address of SharePoint');
  const { length } = bytes;
  const answer = await fetch(address, {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes 0-${length - 1}/${length}`,
    },
    body: new Uint8Array(bytes),
    // Elsewhere is not where the person said it may go.
    redirect: 'error',
    signal: AbortSignal.timeout(WITHIN_MS),
  }).catch(() => undefined);
  if (!answer) throw new UploadRefused('no answer');
  await answer.body?.cancel();
  if (!answer.ok) throw new UploadRefused(`HTTP ${answer.status}`);
}
