-- Text as words for the index: no capitals, no accents, every sign a space. C++ and C# stay words of their own.
create function plain_words(value text) returns text language sql immutable parallel safe
  as $$ select replace(replace(translate(public.findable(normalize(value)), E'!"$%&''()*,-./:;<=>?@[\\]^_`{|}~', repeat(' ', 30)),
    '+', 'plus'), '#', 'sharp') $$;

-- Every field ends in a word that is taken out again, so that no phrase reaches from one field into the next.
create function field_words(value text, weight "char") returns tsvector language sql immutable parallel safe
  as $$ select setweight(to_tsvector('pg_catalog.simple', public.plain_words(value) || ' endoffield'), weight) $$;

-- Names that sound alike have the same letters after this: Meijer and Meyer, Christina and Kristina, Smidt and Smit.
create function sound_of(word text) returns text language sql immutable parallel safe
  as $$ select regexp_replace(translate(replace(replace(replace(replace(replace(replace(replace(replace(
    word, 'ij', 'y'), 'ei', 'y'), 'ey', 'y'), 'th', 't'), 'dt', 't'), 'ph', 'f'), 'ch', 'k'), 'x', 'ks'), 'cqzv', 'kksf'),
    '(.)\1+', '\1', 'g') $$;

-- Two names are a slip apart when dropping at most one letter from each makes them equal, or when they sound alike. So each
-- word of a name has labels: itself, itself without each of its letters, and its sound.
create function each_slip_label(plain text) returns setof text language sql immutable parallel safe
  as $$ select case at when 0 then '^' || public.sound_of(word) else '~' || left(word, at - 1) || substr(word, at + 1) end
    from unnest(string_to_array(plain, ' ')) word, generate_series(0, length(word) + 1) at
    where length(word) between 2 and 30 $$;

-- What a filter asks for whole: a company, a place, a skill. Signs in front of "=" never occur in words.
create function whole_value(kind text, value text) returns text language sql immutable parallel safe
  as $$ select kind || '=' || left(public.findable(btrim(value)), 200) $$;

create function search_label(label text) returns tsquery language sql immutable parallel safe
  as $$ select ('''' || replace(replace(label, '\', '\\'), '''', '''''') || '''')::tsquery $$;

create function search_phrase(value text) returns tsquery language sql immutable parallel safe
  as $$ select phraseto_tsquery('pg_catalog.simple', public.plain_words(value)) $$;

create function search_beginning(value text) returns tsquery language sql immutable parallel safe
  as $$ select coalesce((nullif(public.search_phrase(value)::text, '') || ':*')::tsquery, '') $$;

create function search_slip(value text) returns tsquery language plpgsql immutable parallel safe as $$
declare
  wanted tsquery := '';
  word text;
begin
  foreach word in array string_to_array(public.plain_words(value), ' ') loop
    if length(word) between 3 and 30 then
      wanted := wanted && (select string_agg(public.search_label(label)::text, ' | ')::tsquery
        from public.each_slip_label(word) label);
    else
      wanted := wanted && public.search_phrase(word);
    end if;
  end loop;
  return wanted;
end $$;

-- One row of words for each candidate answers every question: words and phrases with the weight of their field, and labels.
create table candidate_words (
  tenant_id uuid not null,
  candidate_id text collate "C" not null,
  created_at timestamptz not null,
  sort_name text collate "C" not null,
  words tsvector not null,
  primary key (tenant_id, candidate_id),
  foreign key (tenant_id, candidate_id) references candidate (tenant_id, id) on delete cascade
);
alter table candidate_words enable row level security;
create policy same_tenant on candidate_words using (tenant_id = (select current_tenant()));
-- Nobody writes it but the triggers below, which belong to the owner.
grant select on candidate_words to lodestone_app;

-- What the words of each candidate should be. A view, because a function would be set up anew for every row.
create view candidate_words_made as
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
      || array(select 'email=' || email from unnest(e.emails) email)) as words
  from candidate c, lateral (
    -- Read once a row: without the offset each mention above reads the addresses again.
    select array(select email from candidate_email where tenant_id = c.tenant_id and candidate_id = c.id) as emails offset 0) e;

-- Whoever brings in many rows makes their words himself, once, when all is there.
create function words_come_later() returns boolean language sql stable
  as $$ select coalesce(current_setting('lodestone.words_come_later', true), '') = 'on' $$;

create function keep_words_of_candidates() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if words_come_later() then return null; end if;
  insert into candidate_words as there (tenant_id, candidate_id, created_at, sort_name, words)
  select tenant_id, candidate_id, created_at, sort_name, words
  from candidate_words_made where (tenant_id, candidate_id) in (select tenant_id, id from touched)
  on conflict (tenant_id, candidate_id) do update
    set created_at = excluded.created_at, sort_name = excluded.sort_name, words = excluded.words
    where (there.created_at, there.sort_name, there.words) is distinct from (excluded.created_at, excluded.sort_name, excluded.words);
  return null;
end $$;
create trigger keep_words after insert on candidate referencing new table as touched
  for each statement execute function keep_words_of_candidates();
create trigger keep_words_on_change after update on candidate referencing new table as touched
  for each statement execute function keep_words_of_candidates();

create function keep_words_of_emails() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if words_come_later() then return null; end if;
  update candidate_words there set words = fresh.words
  from candidate_words_made fresh
  where (fresh.tenant_id, fresh.candidate_id) in (select tenant_id, candidate_id from touched)
    and there.tenant_id = fresh.tenant_id and there.candidate_id = fresh.candidate_id and there.words <> fresh.words;
  return null;
end $$;
create trigger keep_words after insert on candidate_email referencing new table as touched
  for each statement execute function keep_words_of_emails();
create trigger keep_words_on_change after update on candidate_email referencing new table as touched
  for each statement execute function keep_words_of_emails();
create trigger keep_words_on_delete after delete on candidate_email referencing old table as touched
  for each statement execute function keep_words_of_emails();

insert into candidate_words (tenant_id, candidate_id, created_at, sort_name, words)
  select tenant_id, candidate_id, created_at, sort_name, words from candidate_words_made;

create index on candidate_words (tenant_id, created_at desc, candidate_id desc);
create index on candidate_words (tenant_id, sort_name, candidate_id);
-- New rows wait in a short list, so that an import pays for many at once; a search reads at most so many kilobytes of it.
create index candidate_words_words on candidate_words using gin (tenant_id, words) with (gin_pending_list_limit = 128);

-- As for jobs: an index of text search is only used through a view of the owner.
drop view candidate_search;
alter table candidate drop column search_text;
create view candidate_search as
  select * from candidate_words where tenant_id = (select current_tenant());
grant select on candidate_search to lodestone_app;

-- saved-views: a list as somebody wants to see it again, for himself or for all colleagues.
create table saved_view (
  tenant_id uuid not null references tenant,
  id prefixed_id not null,
  user_id text collate "C" not null,
  name text collate "C" not null,
  shared boolean not null default false,
  -- Query, filters, sort and columns.
  view jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, user_id, name),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id)
);
alter table saved_view enable row level security;
create policy own_or_shared_read on saved_view for select
  using (tenant_id = (select current_tenant()) and (shared or user_id = (select current_app_user())));
create policy own_add on saved_view for insert
  with check (tenant_id = (select current_tenant()) and user_id = (select current_app_user()));
create policy own_change on saved_view for update
  using (tenant_id = (select current_tenant()) and user_id = (select current_app_user()));
create policy own_remove on saved_view for delete
  using (tenant_id = (select current_tenant()) and user_id = (select current_app_user()));
grant select, insert, update, delete on saved_view to lodestone_app;
