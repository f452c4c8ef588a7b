/** What each arrival was made of, so that it can be told whom and what it was about. Those of before keep their counts alone. */
export const arrivalEvents = `
alter table arrival add column events text not null default '[]';
`
