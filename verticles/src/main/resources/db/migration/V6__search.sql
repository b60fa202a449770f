-- What is searched, and how an event's end is remembered.

-- When the archive had everything of an event that is over, so that nobody follows it any more.
alter table events add column archived_at timestamptz;

-- How words of a language are reduced to what they have in common; of others they stay as they are.
create function search_language(lang text) returns regconfig
language sql immutable parallel safe as $$
  select case pg_catalog.lower(pg_catalog.substring(lang, '^[A-Za-z]+'))
    when 'en' then 'pg_catalog.english'::regconfig
    when 'de' then 'pg_catalog.german'::regconfig
    when 'fr' then 'pg_catalog.french'::regconfig
    when 'es' then 'pg_catalog.spanish'::regconfig
    when 'it' then 'pg_catalog.italian'::regconfig
    when 'pt' then 'pg_catalog.portuguese'::regconfig
    when 'nl' then 'pg_catalog.dutch'::regconfig
    when 'sv' then 'pg_catalog.swedish'::regconfig
    when 'da' then 'pg_catalog.danish'::regconfig
    when 'no' then 'pg_catalog.norwegian'::regconfig
    when 'nb' then 'pg_catalog.norwegian'::regconfig
    when 'fi' then 'pg_catalog.finnish'::regconfig
    when 'ru' then 'pg_catalog.russian'::regconfig
    else 'pg_catalog.simple'::regconfig end
$$;

-- Without signs that PostgreSQL takes for letters where its locale is C: quotation marks, dashes,
-- arrows, emoji. They are not searched for, and must not stick to the words beside them.
create function search_plain(words text) returns text
language plpgsql immutable parallel safe as $$
begin
  if pg_catalog.octet_length(words) = pg_catalog.length(words) then return words; end if;
  return pg_catalog.regexp_replace(pg_catalog.replace(words, U&'\2019', ''''),
    '[\u00A0-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u2000-\u206F\u20A0-\u2BFF\u3000-\u3004'
    '\u3008-\u3020\u3030\uFE00-\uFE6F\uFF01-\uFF0F\uFF1A-\uFF20\U0001F000-\U0001FAFF]', ' ', 'g');
end $$;

-- The texts of a post's JSON that have no column: what it quotes or passes on, what its pictures
-- show, its warning. By pattern, as the JSON may hold what PostgreSQL refuses to read. What is
-- escaped in it becomes a space.
create function search_more(body text) returns text
language sql immutable parallel safe as $$
  select pg_catalog.string_agg(pg_catalog.regexp_replace(found[1], '\\(u[0-9a-fA-F]{4}|.)', ' ', 'g'), ' ')
  from (
    select pg_catalog.regexp_matches(body, '"(?:alt|warning)":"((?:[^"\\]|\\.)*)"', 'g')
    union all
    select pg_catalog.regexp_matches(
      pg_catalog.substr(body, pg_catalog.strpos(body, '"original":{')),
      '"(?:text|name|handle)":"((?:[^"\\]|\\.)*)"', 'g')
    where pg_catalog.strpos(body, '"original":{') > 0
  ) as texts (found)
$$;

-- What a post is found by, nothing of anything but a post: its words as they are and as its language
-- reduces them, and marks for what is asked for by name, which no words yield: @handle, #tag,
-- =source:x, =lang:en, =photo, =link, =question, =repost. Never fails, as what it throws would keep
-- the post out of the archive.
create function search_words(
  type text, source text, lang text, name text, handle text, words text, body json)
returns tsvector language plpgsql immutable parallel safe as $$
declare
  raw text;
  own text;
  language regconfig;
  person text := pg_catalog.lower(pg_catalog.left(handle, 300));
  marks text[];
  part text;
  tag text;
  vector tsvector;
begin
  if type <> 'post' then return null; end if;
  raw := body::text;
  own := pg_catalog.left(coalesce(words, ''), 30000);
  marks := array['=source:' || pg_catalog.lower(pg_catalog.left(coalesce(source, ''), 100)),
    '=lang:' || pg_catalog.lower(pg_catalog.left(pg_catalog.split_part(coalesce(lang, ''), '-', 1), 20)),
    '@' || coalesce(person, ''),
    '@' || pg_catalog.split_part(pg_catalog.split_part(coalesce(person, ''), '@', 1), '.', 1)];
  if pg_catalog.strpos(raw, '"kind":"photo"') > 0 then marks := marks || '=photo'::text; end if;
  if pg_catalog.strpos(raw, '"kind":"link"') > 0 then marks := marks || '=link'::text; end if;
  if pg_catalog.strpos(raw, '"repostOf":"') > 0 then marks := marks || '=repost'::text; end if;
  if pg_catalog.translate(own, U&'\FF1F\061F', '??') ~ '\?["'')!?\]\u201D\u2019\u00BB]*(\s|$)' then
    marks := marks || '=question'::text;
  end if;
  if pg_catalog.strpos(own, '#') > 0 then
    foreach part in array (pg_catalog.string_to_array(own, '#'))[2:] loop
      tag := pg_catalog.substring(part, '^[[:alnum:]_]+');
      if tag <> '' then marks := marks || ('#' || pg_catalog.lower(pg_catalog.left(tag, 100))); end if;
    end loop;
  end if;
  if pg_catalog.strpos(raw, '"alt":"') > 0 or pg_catalog.strpos(raw, '"original":{') > 0
    or pg_catalog.strpos(raw, '"warning":"') > 0 then
    own := own || ' . ' || coalesce(pg_catalog.left(
      ${flyway:defaultSchema}.search_more(pg_catalog.left(raw, 100000)), 10000), '');
  end if;
  own := ${flyway:defaultSchema}.search_plain(own);
  language := ${flyway:defaultSchema}.search_language(lang);
  vector := pg_catalog.to_tsvector('pg_catalog.simple', own || ' . '
      || ${flyway:defaultSchema}.search_plain(pg_catalog.left(coalesce(name, ''), 300)) || ' . ' || coalesce(person, ''))
    || pg_catalog.array_to_tsvector(marks);
  if language <> 'pg_catalog.simple'::regconfig then
    vector := vector || pg_catalog.strip(pg_catalog.to_tsvector(language, own));
  end if;
  return vector;
end $$;

-- What a word that somebody looks for may stand as: itself, or what any of the languages makes of it.
create function search_word(word text) returns tsquery
language sql immutable parallel safe as $$
  select coalesce(pg_catalog.string_agg(distinct '(' || form || ')', ' | '), '')::tsquery
  from (
    select (
      select pg_catalog.string_agg(pg_catalog.format('''%s''',
        pg_catalog.replace(pg_catalog.replace(part, '\', '\\'), '''', '''''')), ' & ')
      from pg_catalog.unnest(pg_catalog.tsvector_to_array(
        pg_catalog.to_tsvector(language, ${flyway:defaultSchema}.search_plain(word)))) as part) as form
    from pg_catalog.unnest(array['pg_catalog.simple', 'pg_catalog.english', 'pg_catalog.german',
      'pg_catalog.french', 'pg_catalog.spanish', 'pg_catalog.italian', 'pg_catalog.portuguese',
      'pg_catalog.dutch', 'pg_catalog.swedish', 'pg_catalog.danish', 'pg_catalog.norwegian',
      'pg_catalog.finnish', 'pg_catalog.russian']::regconfig[]) as language
  ) as forms
$$;

alter table updates add column words tsvector generated always as
  (search_words(type, source, lang, author_name, author_handle, text, body)) stored;

create index updates_by_words on updates using gin (words);

-- Days in order, and what is newest.
create index updates_by_time on updates (event, epoch, posted_at, n) where type = 'post';
