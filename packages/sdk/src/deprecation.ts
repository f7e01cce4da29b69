/** Says that an operation will go, by the headers `Deprecation` (RFC 9745) and `Sunset` (RFC 8594). */
export interface Deprecation {
  /** Method and path, for example `GET /services`. */
  readonly operation: string;
  /** Since when it should not be used any more, if the server says so. */
  readonly since: Date | undefined;
  /** When it stops working, if the server says so. */
  readonly sunset: Date | undefined;
}

/** Reads both headers; undefined when there is neither. */
export function deprecationIn(headers: Headers, operation: string): Deprecation | undefined {
  const [deprecation, sunset] = [headers.get('deprecation'), headers.get('sunset')];
  if (!deprecation && !sunset) return undefined;
  const seconds = /^@(-?\d+)$/.exec(deprecation ?? '')?.[1];
  return {
    operation,
    since: dateAt(Number(seconds) * 1000),
    sunset: dateAt(Date.parse(sunset ?? '')),
  };
}

/** A date; undefined when what the server wrote makes none. */
const dateAt = (milliseconds: number) => {
  const date = new Date(milliseconds);
  return Number.isNaN(date.valueOf()) ? undefined : date;
};
