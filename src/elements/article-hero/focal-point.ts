/** A percentage from 0 to 100, twice. */
const POINT = /^(100|\d{1,2}(?:\.\d+)?)%\s+(100|\d{1,2}(?:\.\d+)?)%$/;

/** The point of a picture that stays in sight, as in `object-position`; undefined where it is none. */
export function focalPoint(value: string | null | undefined): string | undefined {
  const [, x, y] = POINT.exec(value?.trim() ?? '') ?? [];
  return x && y ? `${x}% ${y}%` : undefined;
}
