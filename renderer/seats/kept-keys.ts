/** Key of the offering that another screen asked to be shown. */
export const OFFERING_SHOWN = 'seats.shown'
