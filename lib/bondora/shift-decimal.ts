/**
 * A number with its decimal point moved: `shiftDecimal(19.52, -2)` is 0.1952 and not 0.19519999999999998,
 * since the digits are moved and nothing is divided.
 * @param places positive moves the point to the right (a fraction becomes percent)
 */
export function shiftDecimal(value: number, places: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
