-- No rows: the words in which exports are read. `…_of` gives the exact value of a plain text, or nothing when it is none
-- or larger than all a shop could mean: what follows multiplies and adds such values without overflow.
create or replace temp macro amount_of(t) as
    case when regexp_full_match(t, '-?0*\d{1,10}(\.\d{1,2})?') then cast(t as decimal(18, 2)) end;
create or replace temp macro price_of(t) as
    case when regexp_full_match(t, '-?0*\d{1,8}(\.\d{1,6})?') then cast(t as decimal(18, 6)) end;
create or replace temp macro rate_of(t) as
    case when regexp_full_match(t, '\d{1,2}(\.\d{1,2})?|100(\.0{1,2})?') then cast(t as decimal(5, 2)) end;
create or replace temp macro quantity_of(t) as
    case when regexp_full_match(t, '-?0*\d{1,7}(\.\d{1,3})?') then cast(t as decimal(18, 3)) end;
create or replace temp macro instant_of(t) as
    case
        when regexp_full_match(t, '(19[789]|20\d|210)\d-\d\d-\d\dT([01]\d|2[0-3]):\d\d:\d\dZ') then try_cast(t as timestamp)
        when regexp_full_match(
            t, '(19[789]|20\d|210)\d-\d\d-\d\d[T ]([01]\d|2[0-3]):\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?)'
        )
            then timezone('UTC', try_cast(t as timestamptz))
    end;
create or replace temp macro day_of(t) as
    case when regexp_full_match(t, '(19[789]|20\d|210)\d-\d\d-\d\d') then try_cast(t as date) end;
create or replace temp macro currency_of(t) as case when regexp_full_match(t, '[A-Z]{3}') then t end;
create or replace temp macro local_day(moment, zone) as cast(timezone(zone, timezone('UTC', moment)) as date);

-- A cell without the spaces around it, a typographer's minus at its head made plain. Most cells have neither, nor any sign
-- beyond ASCII, which is quicker seen than trimmed.
create or replace temp macro trimmed(t) as
    case
        when strlen(t) <> length(t) then regexp_replace(trim(t), '^\x{2212}', '-')
        when t like ' %' or t like '% ' then trim(t)
        else t
    end;

-- The words of sources: each turns a text as exported into plain text, and passes on what it cannot turn.
create or replace temp macro bare_number(t) as
    regexp_replace(
        regexp_replace(t, '[\s\x{00A0}\x{2009}\x{202F}''€£$]|EUR|GBP|USD', '', 'g'),
        '^\((.+)\)$|^([^-].*)-$', '-\1\2'
    );
create or replace temp macro plain_number(bare, t) as
    case
        when regexp_full_match(bare, '[+-]?\d*\.?\d+')
            then regexp_replace(regexp_replace(ltrim(bare, '+'), '(\.\d\d)(\d*[1-9])?0+$', '\1\2'), '^(-?)\.', '\10.')
        else t
    end;
create or replace temp macro dot_amount(t) as
    case
        when regexp_full_match(t, '-?\d{1,15}\.\d\d') then t
        when regexp_full_match(bare_number(t), '[+-]?\d{1,3}(,\d{3})+(\.\d+)?')
            then plain_number(replace(bare_number(t), ',', ''), t)
        when regexp_full_match(bare_number(t), '[+-]?(\d+|\d{1,3}(\.\d{3})+),\d{1,2}')
            then ltrim(replace(replace(bare_number(t), '.', ''), ',', '.'), '+')
        else plain_number(bare_number(t), t)
    end;
create or replace temp macro comma_amount(t) as
    plain_number(
        case
            when regexp_full_match(bare_number(t), '[+-]?\d{1,3}(\.\d{3})+(,\d+)?')
                then replace(replace(bare_number(t), '.', ''), ',', '.')
            when bare_number(t) like '%.%' then 'unclear'
            else replace(bare_number(t), ',', '.')
        end,
        t
    );
create or replace temp macro minor_amount(t, currency) as
    case
        when not regexp_full_match(t, '-?\d{1,15}') then t
        when upper(currency) in ('BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF')
            then t
        when upper(currency) in ('BHD', 'JOD', 'KWD', 'OMR', 'TND')
            then cast(cast(cast(t as decimal(18, 0)) * 0.001 as decimal(18, 3)) as varchar)
        else cast(cast(cast(t as decimal(18, 0)) * 0.01 as decimal(18, 2)) as varchar)
    end;
create or replace temp macro negated(t) as case when t like '-%' then substr(t, 2) when t is not null then '-' || t end;
create or replace temp macro absolute(t) as ltrim(t, '-');
create or replace temp macro currency_text(t) as upper(t);
create or replace temp macro utc_text(moment, t) as
    coalesce(strftime(timezone('UTC', moment), '%Y-%m-%dT%H:%M:%SZ'), t);
-- A workbook's own day or instant, whatever its cells look like: it is stored without order of day and month.
create or replace temp macro stored_instant(t) as
    case when regexp_full_match(t, '\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?') then try_cast(t as timestamp) end;
create or replace temp macro instant_text(t, format, zone) as
    utc_text(timezone(zone, coalesce(try_strptime(t, format), stored_instant(t))), t);
create or replace temp macro offset_instant_text(t, format) as utc_text(try_strptime(t, format), t);
create or replace temp macro epoch_text(t) as
    utc_text(case when regexp_full_match(t, '\d{9,10}') then to_timestamp(cast(t as bigint)) end, t);
create or replace temp macro day_text(t, format) as
    coalesce(strftime(coalesce(try_strptime(t, format), stored_instant(t)), '%Y-%m-%d'), t);
