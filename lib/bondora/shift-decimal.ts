/**
 * A number with its decimal point moved: `shiftDecimal(19.52, -2)` is 0.1952 and not 0.19519999999999998,
 * since the digits are moved and nothing is divided.
 * @param places positive moves the point to the right (a fraction becomes percent)
 */
export function shiftDecimal(value: number, places: number): number {
  // Most have four decimals at most: then digits and power of ten are both exact, and one division rounds once, as reading does.
  if (places <= 0) {
    for (let decimals = 0; decimals <= 4; decimals += 1) {
      const digits = Math.round(value * (powers[decimals] ?? 1));
      if (Math.abs(digits) > 1e15) break;
      if (digits / (powers[decimals] ?? 1) === value && decimals - places < powers.length) {
        // Zero has no sign in a text.
        return digits / (powers[decimals - places] ?? Number.NaN) + 0;
      }
    }
  }
  const text = String(value);
  if (!text.includes('e')) return Number(`${text}e${places}`);
  const [digits = '', exponent = '0'] = text.split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

const powers = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));
