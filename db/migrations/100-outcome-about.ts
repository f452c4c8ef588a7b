/**
 * What is found at once of one candidate: decisions of any PC by what they were about, commands of this PC by the rows that they touch,
 * points to review by request. Tables made from the others, never synced; like those of lists, they wait for the end of the first sync. No « or ignore »
 * in a trigger of one row: an upsert around it would make it fail instead.
 */
export const outcomeAbout = `
create table outcome_about (about text not null, outcome_id text not null, primary key (about, outcome_id)) strict, without rowid;
insert or ignore into outcome_about select value, outcome.id from outcome, json_each(outcome.about) where outcome.about <> '[]';
create trigger outcome_about_all after update of marking on line_state when new.marking and not old.marking begin
  insert or ignore into outcome_about select value, outcome.id from outcome, json_each(outcome.about) where outcome.about <> '[]';
end;
create trigger outcome_about_insert after insert on outcome when new.about <> '[]' and (select marking from line_state) begin
  insert into outcome_about select distinct value, new.id from json_each(new.about)
    where not exists (select 1 from outcome_about where about = value and outcome_id = new.id);
end;
create trigger outcome_about_update after update of about on outcome when old.about <> new.about begin
  delete from outcome_about where outcome_id = old.id and about in (select value from json_each(old.about));
  insert into outcome_about select distinct value, new.id from json_each(new.about)
    where not exists (select 1 from outcome_about where about = value and outcome_id = new.id);
end;
create trigger outcome_about_delete after delete on outcome when old.about <> '[]' begin
  delete from outcome_about where outcome_id = old.id and about in (select value from json_each(old.about));
end;

create table command_touch (touch text not null, command_id text not null, primary key (touch, command_id)) strict, without rowid;
insert or ignore into command_touch select value, command.id from command, json_each(command.touches);
create trigger command_touch_insert after insert on command begin
  insert into command_touch select distinct value, new.id from json_each(new.touches)
    where not exists (select 1 from command_touch where touch = value and command_id = new.id);
end;
create trigger command_touch_update after update of touches on command when old.touches <> new.touches begin
  delete from command_touch where command_id = old.id and touch in (select value from json_each(old.touches));
  insert into command_touch select distinct value, new.id from json_each(new.touches)
    where not exists (select 1 from command_touch where touch = value and command_id = new.id);
end;

create index review_item_by_request on review_item (request_id) where request_id is not null;
create index review_settlement_by_item on review_settlement (review_item_id);
create index call_note_by_moment on call_note (noted_at);
`
