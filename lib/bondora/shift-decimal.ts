/**
 * A number with its decimal point moved: `shiftDecimal(19.52, -2)` is 0.1952 and not 0.19519999999999998,
 * since the digits are moved and nothing is divided.
 * @param places positive moves the point to the right (a fraction becomes percent)
 */
export function shiftDecimal(value: number, places: number): number {
  const text = String(value);
  if (!text.includes('e')) return Number(`${text}e${places}`);
  const [digits = '', exponent = '0'] = text.split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
