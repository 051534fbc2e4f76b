-- No rows: further words in which exports are read; each passes on what it cannot turn (`words.sql` has the others).
-- Amounts written either way are told apart by their decimals: one or two digits after the last sign, never three.
create or replace temp macro either_amount(t) as
    case
        when regexp_full_match(t, '-?\d{1,15}\.\d\d') then t
        when regexp_full_match(bare_number(t), '[+-]?(\d+|\d{1,3}(\.\d{3})+),\d{1,2}')
            then ltrim(replace(replace(bare_number(t), '.', ''), ',', '.'), '+')
        when regexp_full_match(bare_number(t), '[+-]?(\d+|\d{1,3}(,\d{3})+)\.\d{1,2}')
            then ltrim(replace(bare_number(t), ',', ''), '+')
        else plain_number(bare_number(t), t)
    end;
-- An amount as it stands in an identity: 25 and 25.00 are one.
create or replace temp macro cents_text(t) as coalesce(cast(try_cast(t as decimal(18, 2)) as varchar), t);
-- An id, unless a spreadsheet made a rounded number of it.
create or replace temp macro whole_id(t) as
    case when t like '%E+%' and regexp_full_match(t, '\d([.,]\d+)?E\+\d+') then null else t end;
-- The letters of a currency written as its ISO 4217 number.
create or replace temp macro currency_of_number(t) as
    case lpad(t, 3, '0')
        when '978' then 'EUR' when '840' then 'USD' when '826' then 'GBP' when '756' then 'CHF' when '392' then 'JPY'
        when '124' then 'CAD' when '036' then 'AUD' when '752' then 'SEK' when '578' then 'NOK' when '208' then 'DKK'
        when '985' then 'PLN' when '203' then 'CZK' when '348' then 'HUF' when '946' then 'RON' when '949' then 'TRY'
        when '952' then 'XOF' when '950' then 'XAF' when '953' then 'XPF' when '504' then 'MAD' when '788' then 'TND'
        when '012' then 'DZD' when '480' then 'MUR' when '986' then 'BRL' when '156' then 'CNY' when '344' then 'HKD'
        when '702' then 'SGD' when '410' then 'KRW' when '356' then 'INR' when '484' then 'MXN' when '710' then 'ZAR'
        else currency_text(t)
    end;
create or replace temp macro hundredths_text(t) as
    case
        when regexp_full_match(t, '-?\d{1,15}')
            then cast(cast(cast(t as decimal(18, 0)) * 0.01 as decimal(18, 2)) as varchar)
        else t
    end;
-- The zone a row names, fixed where its letters say summer or winter; the source's own zone where it names none.
create or replace temp macro zone_name(t, otherwise) as
    case upper(t)
        when 'CET' then 'Europe/Paris'
        when 'CEST' then 'Etc/GMT-2'
        when 'WET' then 'Europe/Lisbon'
        when 'WEST' then 'Etc/GMT-1'
        when 'BST' then 'Etc/GMT-1'
        when 'PST' then 'Etc/GMT+8'
        when 'PDT' then 'Etc/GMT+7'
        when 'MST' then 'Etc/GMT+7'
        when 'MDT' then 'Etc/GMT+6'
        when 'CST' then 'Etc/GMT+6'
        when 'CDT' then 'Etc/GMT+5'
        when 'EST' then 'Etc/GMT+5'
        when 'EDT' then 'Etc/GMT+4'
        when 'GMT' then 'UTC'
        when 'UTC' then 'UTC'
        when 'Z' then 'UTC'
        else
            case
                when t is null then otherwise
                when regexp_full_match(t, '(Europe|America|Asia|Africa|Australia|Pacific|Atlantic|Indian|Etc)/[A-Za-z_/+-]+\d*')
                    then t
                when regexp_full_match(t, '(UTC|GMT)[+-]\d{1,2}(:00)?')
                    then 'Etc/GMT' || translate(regexp_extract(t, '[+-]'), '+-', '-+') || cast(cast(regexp_extract(t, '\d+') as integer) as varchar)
            end
    end;
-- A day written shortly, its numbers whole: 5/3/24 is 05/03/2024.
create or replace temp macro whole_day(t) as
    case
        when regexp_matches(t, '^\d\d[/.-]\d\d[/.-]\d{4}') then t
        else
            regexp_replace(
                regexp_replace(regexp_replace(t, '^(\d)([/.-])', '0\1\2'), '^(\d\d[/.-])(\d)([/.-])', '\10\2\3'),
                '^(\d\d[/.-]\d\d[/.-])(\d\d)($|\D)', '\120\2\3'
            )
    end;
-- A day a spreadsheet wrote as its country does, in the order the shop says of this provider: nothing else tells it.
create or replace temp macro respelled_instant(t, zone) as
    coalesce(
        strftime(
            timezone('UTC', timezone(zone, try_strptime(
                regexp_replace(
                    whole_day(t), '^(\d\d)[/.-](\d\d)[/.-](\d{4})( (.*))?$',
                    case getvariable('date_order') when 'day_first' then '\3-\2-\1 \5' when 'month_first' then '\3-\1-\2 \5' end
                ),
                ['%Y-%m-%d ', '%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M']
            ))),
            '%Y-%m-%dT%H:%M:%SZ'
        ),
        t
    );
-- ISO 8601 and its near relations: a space for the T, no seconds, no clock; an offset where there is one, else the zone.
create or replace temp macro iso_instant(t, zone) as
    case
        when zone = 'UTC' and regexp_full_match(t, '\d{4}-\d\d-\d\d \d\d:\d\d:\d\d')
            then coalesce(strftime(try_cast(t as timestamp), '%Y-%m-%dT%H:%M:%SZ'), t)
        when regexp_full_match(t, '\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d(:\d\d([.,]\d+)?)? ?(Z|UTC|[+-]\d\d(:?\d\d)?)')
            then utc_text(
                try_cast(
                    regexp_replace(
                        regexp_replace(replace(translate(t, '/,', '-.'), 'UTC', 'Z'), ' ?(Z|[+-]\d\d)(:?(\d\d))?$', '\1:\3'),
                        '(Z):$|:$', '\1'
                    ) as timestamptz
                ),
                t
            )
        when regexp_full_match(t, '\d{4}[-/]\d\d[-/]\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?)?')
            then utc_text(timezone(zone, try_cast(translate(t, '/,', '-.') as timestamp)), t)
        when regexp_full_match(t, '\d\d?[/.-]\d\d?[/.-](\d{4}|\d\d)( \d\d?:\d\d(:\d\d)?)?') then respelled_instant(t, zone)
        else t
    end;
-- A provider's word without case, accents and signs, as `normalised()` names a header.
create or replace temp macro plain_words(t) as
    case
        when regexp_full_match(t, '[a-z0-9]+') then t
        else trim(regexp_replace(lower(strip_accents(t)), '[^a-z0-9]+', '_', 'g'), '_')
    end;
-- The order a free text names: « Refund Order 1001 », « Commande n° AI-1001 », a text that is one word with a digit in it.
create or replace temp macro order_in(t) as
    case
        when regexp_full_match(t, '(?i:order|commande|cmd|bestelling|bestellung|pedido|achat|cde) #?\d+') then split_part(t, ' ', 2)
        when regexp_full_match(trim(t), '[^\s]*\d[^\s]*') then trim(t)
        else
            nullif(
                regexp_extract(
                    t,
                    '(?i)\b(?:order|commande|cmd|bestelling|bestellung|pedido|achat|cde)(?:\s+(?:id|no|nr|num[ée]ro|number))?[\s:.°nN#]*?(#?[a-z\d][\w/.-]*\d[\w/-]*|#?\d[\w/-]*)',
                    1
                ),
                ''
            )
    end;
-- French and ISO days, with or without a clock: the year first, or the day first with slashes, dots or dashes.
create or replace temp macro slashed_instant(t, zone) as
    case
        when regexp_full_match(t, '\d\d?[/.-]\d\d?[/.-](\d{4}|\d\d)(\D.*)?')
            then coalesce(
                strftime(
                    timezone('UTC', timezone(zone, try_strptime(
                        regexp_replace(whole_day(t), '^(\d\d)[/.-](\d\d)[/.-](\d{4})( ?-? ?,? ?T? ?(\d\d?[:h]\d\d(:\d\d)?))?$', '\3-\2-\1 \5'),
                        ['%Y-%m-%d ', '%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y-%m-%d %Hh%M']
                    ))),
                    '%Y-%m-%dT%H:%M:%SZ'
                ),
                t
            )
        else iso_instant(t, zone)
    end;
create or replace temp macro slashed_day(t) as
    case
        when regexp_full_match(t, '\d\d?[/.-]\d\d?[/.-](\d{4}|\d\d)( .*)?')
            then coalesce(strftime(try_strptime(regexp_replace(whole_day(t), ' .*$', ''), ['%d/%m/%Y', '%d.%m.%Y', '%d-%m-%Y']), '%Y-%m-%d'), t)
        when regexp_full_match(t, '\d{4}-\d\d-\d\d([ T].*)?') then left(t, 10)
        else t
    end;
