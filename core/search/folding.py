"""How texts and questions are made alike: functions of the database, the same ones for both.

They depend on no dictionary file and no setting, so they are immutable in fact. After a change here the next `migrate`
replaces them (core/search/install.py) and makes all rows anew.
"""

# Han characters are words of their own: Chinese is written without spaces.
HAN = r"\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\U00020000-\U0003FFFF"

PURE = "IMMUTABLE STRICT PARALLEL SAFE"

FUNCTIONS = r"""
-- Small letters without accents, in words with one space between them. Compatible forms (full-width letters, ligatures)
-- become plain ones; of Arabic go marks and tatweel, and the forms of alef, yeh, kaf and teh marbuta become one each;
-- digits of all kinds become ours and lose leading zeros; letters and digits are words apart: INI-012 is "ini 12".
CREATE FUNCTION search_fold(t text) RETURNS text LANGUAGE sql PURE AS $$
SELECT btrim(regexp_replace(regexp_replace(regexp_replace(
    replace(replace(replace(replace(translate(
        normalize(regexp_replace(normalize(translate(regexp_replace(
            lower(normalize(t, NFKC)),
            '[\u0640\u064B-\u065F\u0670\u06D6-\u06ED]', '', 'g'),
            'أإآٱىیېئؤکةەہۀ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ё', 'ااااييييوكهههه01234567890123456789е'), NFD),
            '([a-z])[\u0300-\u036F]+', '\1', 'g'), NFC),
        'ıøłđðħŧ', 'iolddht'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th'),
    '(?<=[[:alpha:]])(?=[[:digit:]])|(?<=[[:digit:]])(?=[[:alpha:]])', ' ', 'g'),
    '[^[:alnum:]]+', ' ', 'g'),
    '\m0+(?=[0-9])', '', 'g'))
$$;

-- Several lines, each folded, between line breaks: a whole line can be looked for.
CREATE FUNCTION search_lines(t text) RETURNS text LANGUAGE sql PURE AS $$
SELECT E'\n' || coalesce(string_agg(search_fold(line), E'\n'), '') || E'\n' FROM regexp_split_to_table(t, E'\n') AS line
$$;

-- Of a folded text: what is not Chinese, and the pairs of neighbours in each run of Han characters.
CREATE FUNCTION search_without_han(folded text) RETURNS text LANGUAGE sql PURE AS $$
SELECT regexp_replace(folded, '[HAN_CHARACTERS]+', ' ', 'g')
$$;
CREATE FUNCTION search_han(folded text) RETURNS text LANGUAGE sql PURE AS $$
SELECT CASE WHEN folded ~ '[HAN_CHARACTERS]'
    THEN btrim(regexp_replace(folded, '[^HAN_CHARACTERS]+', ' ', 'g')) ELSE '' END
$$;
CREATE FUNCTION search_pairs(han text) RETURNS text LANGUAGE sql PURE AS $$
SELECT regexp_replace(han, '(\S)(\S)', '\1\2 ', 'g') || ' '
    || regexp_replace(regexp_replace(han, '\m\S', '', 'g'), '(\S)(\S)', '\1\2 ', 'g')
$$;

-- Arabic without the article and what is written together with the next word, where enough letters are left.
CREATE FUNCTION search_without_article(folded text) RETURNS text LANGUAGE sql PURE AS $$
SELECT regexp_replace(folded,
    '\m([وف]?(ال|بال|كال|لل)(?=[[:alpha:]]{3})|[وف]?[لب](?=[[:alpha:]]{4})|و(?=[[:alpha:]]{4}))', '', 'g')
$$;

-- The languages that decline, without common endings: more forms meet here than in the stems of the dictionaries.
-- Russian words that drop a vowel (хлопок, хлопка) meet too.
CREATE FUNCTION search_without_ending(language text, folded text) RETURNS text LANGUAGE sql PURE AS $$
SELECT CASE language
    WHEN 'ar' THEN regexp_replace(search_without_article(folded),
        '(?<=[[:alpha:]]{3})(ها|هم|ان|يات|ات|ون|ين|يه|ه|ي)\M', '', 'g')
    WHEN 'ru' THEN regexp_replace(regexp_replace(folded,
        '(?<=[а-я]{3})(ами|ями|ого|его|ому|ему|ах|ях|ов|ев|ей|ой|ий|ый|ая|яя|ое|ее|ые|ие|ым|им|ых|их|ую|юю|ом|ем|ам|ям'
        '|ия|ии|ию|[аяоеыиуюьй])\M', '', 'g'),
        '(?<=[а-я]{2}[бвгджзклмнпрстфхцчшщ])[ое]к\M', 'к', 'g')
    ELSE '' END
$$;

-- What the stemmers need: endings that they know by the accents that folding took away, teh marbuta, one English
-- spelling of several.
CREATE FUNCTION search_endings(language text, folded text) RETURNS text LANGUAGE sql PURE AS $$
SELECT CASE language
    WHEN 'es' THEN regexp_replace(regexp_replace(folded, '([cstx])ion\M', '\1ión', 'g'), '([aeiou])ces\M', '\1z', 'g')
    WHEN 'fr' THEN regexp_replace(folded, 'ee(s?)\M', 'e\1', 'g')
    WHEN 'ar' THEN regexp_replace(folded, 'ه\M', 'ة', 'g')
    WHEN 'ru' THEN folded
    ELSE regexp_replace(regexp_replace(regexp_replace(folded,
        '\m(lab|behavi|neighb|harb|fav|col|hon|endeav)our', '\1or', 'g'), 'programme', 'program', 'g'),
        '\mcentre', 'center', 'g') END
$$;
CREATE FUNCTION search_config(language text) RETURNS regconfig LANGUAGE sql PURE AS $$
SELECT (CASE language WHEN 'fr' THEN 'pg_catalog.french' WHEN 'es' THEN 'pg_catalog.spanish'
    WHEN 'ar' THEN 'pg_catalog.arabic' WHEN 'ru' THEN 'pg_catalog.russian' ELSE 'pg_catalog.english' END)::regconfig
$$;

-- Forms that stand for a word (stems, words without article or ending) are told from words by a sign, so that a word in
-- quotation marks does not meet a form of another word that is written like it.
CREATE FUNCTION search_as_forms(vector tsvector) RETURNS tsvector LANGUAGE sql PURE AS $$
SELECT regexp_replace(vector::text, $re$'(?=\w)$re$, $re$'=$re$, 'g')::tsvector
$$;
CREATE FUNCTION search_as_forms(asked tsquery) RETURNS tsquery LANGUAGE sql PURE AS $$
SELECT regexp_replace(asked::text, $re$'(?=\w)$re$, $re$'=$re$, 'g')::tsquery
$$;

-- The words of a text: as they stand, by their stems, Arabic ones without their article too, Han in ones and twos.
CREATE FUNCTION search_vector(language text, t text) RETURNS tsvector LANGUAGE plpgsql PURE AS $$
DECLARE
    folded text := search_fold(t);
    han text := search_han(folded);
    forms tsvector;
    vector tsvector;
BEGIN
    IF han <> '' THEN
        folded := search_without_han(folded);
    END IF;
    forms := to_tsvector(search_config(language), search_endings(language, folded));
    IF language IN ('ar', 'ru') THEN
        forms := forms || to_tsvector('simple', search_without_ending(language, folded));
    END IF;
    IF language = 'ar' THEN
        forms := forms || to_tsvector('simple', search_without_article(folded));
    END IF;
    vector := to_tsvector('simple', folded);
    -- A word is a form of itself: the stem of one word may be another word as it stands.
    vector := vector || search_as_forms(vector || forms);
    IF han <> '' THEN
        vector := vector || to_tsvector('simple', search_pairs(han) || ' ' || regexp_replace(han, '(\S)', '\1 ', 'g'));
    END IF;
    RETURN vector;
END $$;

-- The question that a word puts to search_vector as it stands. A run of Han is several words of one or two characters
-- whose borders nobody knows: each character must stand beside one of its neighbours; in a phrase, beside both.
CREATE FUNCTION search_han_query(run text, is_phrase boolean) RETURNS tsquery
LANGUAGE plpgsql PURE AS $$
DECLARE
    pair tsquery;
    before tsquery := '';
    asked tsquery := '';
BEGIN
    IF length(run) = 1 THEN
        RETURN plainto_tsquery('simple', run);
    END IF;
    FOR place IN 1 .. length(run) - 1 LOOP
        pair := plainto_tsquery('simple', substr(run, place, 2));
        asked := asked && CASE WHEN is_phrase THEN pair ELSE before || pair END;
        before := pair;
    END LOOP;
    RETURN asked && before;
END $$;
CREATE FUNCTION search_exact(word text, is_phrase boolean) RETURNS tsquery
LANGUAGE plpgsql PURE AS $$
DECLARE
    folded text := search_fold(word);
    run text;
    asked tsquery := phraseto_tsquery('simple', search_without_han(folded));
BEGIN
    FOREACH run IN ARRAY string_to_array(search_han(folded), ' ') LOOP
        asked := asked && search_han_query(run, is_phrase);
    END LOOP;
    RETURN asked;
END $$;

-- The question of the other forms of a word, in a language.
CREATE FUNCTION search_forms(language text, word text) RETURNS tsquery LANGUAGE plpgsql PURE AS $$
DECLARE
    folded text := search_fold(word);
    forms tsquery;
BEGIN
    IF search_han(folded) <> '' THEN
        RETURN ''::tsquery;
    END IF;
    forms := phraseto_tsquery(search_config(language), search_endings(language, folded));
    IF language IN ('ar', 'ru') AND numnode(forms) > 0 THEN
        forms := forms || phraseto_tsquery('simple', search_without_ending(language, folded));
    END IF;
    IF language = 'ar' THEN
        forms := forms || phraseto_tsquery('simple', search_without_article(folded));
    END IF;
    IF numnode(forms) > 0 THEN
        forms := forms || phraseto_tsquery('simple', folded);
    END IF;
    RETURN search_as_forms(forms);
END $$;

-- A unit of a question is lines: typed words that belong together, which must all be there, then other ways to say
-- them, of which any is enough (core/search/synonyms.py). Words that a language uses everywhere (stop words) ask for
-- nothing, unless they are written in capitals: WHO.
CREATE FUNCTION search_unit(language text, unit text) RETURNS tsquery LANGUAGE plpgsql PURE AS $$
DECLARE
    word text;
    forms tsquery;
    asked tsquery := '';
BEGIN
    FOREACH word IN ARRAY string_to_array(split_part(unit, E'\n', 1), ' ') LOOP
        forms := search_forms(language, word);
        IF numnode(forms) > 0 OR search_han(search_fold(word)) <> '' OR word <> lower(word) THEN
            asked := asked && (search_exact(word, false) || forms);
        END IF;
    END LOOP;
    IF numnode(asked) > 0 THEN
        FOREACH word IN ARRAY (string_to_array(unit, E'\n'))[2:] LOOP
            asked := asked || search_exact(word, false) || search_forms(language, word);
        END LOOP;
    END IF;
    RETURN asked;
END $$;

-- All units must be there, or with `relaxed` any of them; stop words count where nothing else is asked.
CREATE FUNCTION search_query(language text, units text[], phrases text[], without text[], relaxed boolean)
RETURNS tsquery LANGUAGE plpgsql PURE AS $$
DECLARE
    unit text;
    word text;
    one tsquery;
    asked tsquery := '';
BEGIN
    FOREACH unit IN ARRAY units LOOP
        one := search_unit(language, unit);
        asked := CASE WHEN relaxed THEN asked || one ELSE asked && one END;
    END LOOP;
    FOREACH word IN ARRAY phrases LOOP
        asked := asked && search_exact(word, true);
    END LOOP;
    IF numnode(asked) = 0 THEN
        FOREACH unit IN ARRAY units LOOP
            asked := asked && search_exact(split_part(unit, E'\n', 1), false);
        END LOOP;
    END IF;
    IF numnode(asked) > 0 THEN
        FOREACH word IN ARRAY without LOOP
            one := search_exact(word, true) || search_forms(language, word);
            IF numnode(one) > 0 THEN
                asked := asked && !!one;
            END IF;
        END LOOP;
    END IF;
    RETURN asked;
END $$;

-- The same question as one for each unit, so that it can be counted how many of them a text has.
CREATE FUNCTION search_some(language text, units text[], phrases text[], without text[]) RETURNS tsquery[]
LANGUAGE sql PURE AS $$
SELECT coalesce(
    array_agg(search_query(language, ARRAY[unit], phrases, without, true))
        FILTER (WHERE numnode(search_unit(language, unit)) > 0),
    ARRAY[search_query(language, units, phrases, without, true)])
FROM unnest(units) AS unit
$$;

-- The stems of a text in their order, without stop words: by them it is seen that two terms are the same.
CREATE FUNCTION search_stems(language text, t text) RETURNS text[] LANGUAGE sql PURE AS $$
SELECT coalesce(array_agg(s.lexeme ORDER BY place), '{}')
FROM unnest(CASE language
    WHEN 'ar' THEN to_tsvector('simple', search_without_ending(language, search_fold(t)))
    ELSE to_tsvector(search_config(language), search_endings(language, search_fold(t))) END) AS s,
    unnest(s.positions) AS place
$$;

-- All words, the last one perhaps unfinished, Arabic ones perhaps without their article; phrases as they stand.
CREATE FUNCTION search_beginning(words text[], phrases text[]) RETURNS tsquery LANGUAGE plpgsql PURE AS $$
DECLARE
    asked tsquery := '';
    exact tsquery;
    word text;
BEGIN
    FOREACH word IN ARRAY phrases LOOP
        asked := asked && search_exact(word, true);
    END LOOP;
    FOR place IN 1 .. cardinality(words) LOOP
        exact := search_exact(words[place], true);
        IF place = cardinality(words) AND numnode(exact) > 0 THEN
            exact := (exact::text || ':*')::tsquery;
        END IF;
        asked := asked && (exact || search_as_forms(exact));
    END LOOP;
    RETURN asked;
END $$;
""".replace("HAN_CHARACTERS", HAN).replace("PURE", PURE)
