/** Rows are summed up by another text (`DIGEST_VERSION` 2): what was added up before is counted anew at the next comparison. */
export const sumsAnew = "delete from sync_state where key in ('sumCommon', 'sumCentre');"
