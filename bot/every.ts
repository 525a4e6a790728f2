/**
 * Looks now, and again every so often, one look at a time. The function that comes back stops it: a
 * look under way can know that it is to stop, and when it has ended the promise resolves.
 */
export function every(
  ms: number,
  look: (isStopping: () => boolean) => Promise<void>,
): () => Promise<void> {
  let isStopping = false;
  const lookOn = async () => {
    if (!isStopping) await look(() => isStopping);
  };
  let underWay = lookOn();
  const timer = setInterval(() => {
    underWay = underWay.then(lookOn);
  }, ms);
  timer.unref();
  return async () => {
    isStopping = true;
    clearInterval(timer);
    await underWay;
  };
}
