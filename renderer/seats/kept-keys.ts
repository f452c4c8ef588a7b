/** Key of the offering that another screen asked to be shown. */
export const OFFERING_SHOWN = 'seats.shown'
/** Key of the offering whose detail is open. */
export const OFFERING_OPEN = 'seats.open'
/** Key of the half-filled form of a new offering, by session. */
export const newOfferingKey = (sessionId: string): string => `draft.offering.${sessionId}`
/** Key of the number typed for an offering. */
export const typedSeatsKey = (offeringId: string): string => `seats.typed.${offeringId}`
