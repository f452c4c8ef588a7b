/** Candidates who have not found their data right are counted above each list: in the order of this index, without the lines themselves. */
export const uncheckedPeople = `
create index request_line_unchecked on request_line (session_id, unchecked, candidate_id);
`
