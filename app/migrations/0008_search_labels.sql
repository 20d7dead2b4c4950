-- A label begins with a sign that no word begins with: "loc*" asks for words, and used to find every label of a place.
create or replace function whole_value(kind text, value text) returns text language sql immutable parallel safe
  as $$ select '=' || kind || '=' || left(public.findable(btrim(value)), 200) $$;

create or replace view candidate_words_made as
  select c.tenant_id, c.id as candidate_id, c.created_at, findable(c.last_name || ' ' || c.first_name) as sort_name,
    ts_delete(
      field_words(concat_ws(' ', c.first_name, c.last_name), 'A')
      || field_words(concat_ws(' endoffield ', c.headline, c.current_title, c.current_company), 'B')
      || field_words(concat_ws(' endoffield ', c.location, array_to_string(c.skills, ' endoffield ')), 'C')
      || field_words(array_to_string(e.emails, ' endoffield '), 'D'), 'endoffield')
    || array_to_tsvector(array(select label from each_slip_label(plain_words(c.first_name || ' ' || c.last_name)) label)
      || array_remove(array[whole_value('title', c.current_title), whole_value('company', c.current_company),
        whole_value('location', c.location)], null)
      || array(select whole_value('skill', skill) from unnest(c.skills) skill)
      || array(select '=email=' || email from unnest(e.emails) email)) as words
  from candidate c, lateral (
    -- Read once a row: without the offset each mention above reads the addresses again.
    select array(select email from candidate_email where tenant_id = c.tenant_id and candidate_id = c.id) as emails offset 0) e;

update candidate_words there set words = fresh.words
from candidate_words_made fresh
where there.tenant_id = fresh.tenant_id and there.candidate_id = fresh.candidate_id and there.words <> fresh.words;
