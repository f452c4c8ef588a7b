/** Adds to rows as they were published, in changes that are still told, the fields that readers now expect of their kind. */
export const addedToChanges = (entity: string, fields: string, more = '') => `
  update change set rows = (
      select jsonb_agg(case when one ->> 'entity' = '${entity}' and jsonb_typeof(one -> 'value') = 'object'
        then jsonb_set(one, '{value}', (one -> 'value') || ${fields}) else one end order by place)
      from jsonb_array_elements(change.rows) with ordinality as them(one, place) ${more})
    where rows @> '[{"entity": "${entity}"}]'`
