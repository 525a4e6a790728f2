/** Stored values are handed out without copying; changing one throws instead of corrupting. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const key in value) {
    // A start freezes millions of texts and numbers otherwise.
    if (typeof value[key] === 'object') deepFreeze(value[key]);
  }
  return Object.freeze(value);
}
