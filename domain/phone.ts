/** Dialling codes of the territories: after these a national number begins with 0, after those it has none. */
const CODE_BEFORE_ZERO = /^(?:\+|00)\s*(?:33|262|508|590|594|596)[\s.-]*(?:\(0\)|0)?/
const CODE_BEFORE_NOTHING = /^(?:\+|00)\s*(?:681|687|689)/

/** The digits of a telephone number as it is dialled from the territory itself: « +33 6 12… » and « 0033 6 12… » are « 0612… ». */
export function nationalNumber(phone: string): string {
  return phone.trim().replace(CODE_BEFORE_ZERO, '0').replace(CODE_BEFORE_NOTHING, '').replace(/\D/g, '')
}
