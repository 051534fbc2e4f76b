-- No rows: the words of exact line amounts. Rounding is half up, away from zero on a tie (DECISIONS.md, rounding).
create or replace temp macro hundredths(whole) as cast(cast(whole as decimal(18, 0)) * 0.01 as decimal(18, 2));
create or replace temp macro cents(amount) as cast(amount * 100 as hugeint);
-- VAT inside a gross amount: |gross| × rate / (100 + rate) in whole numbers, so that no division is ever inexact.
create or replace temp macro vat_inside(gross, rate) as
    hundredths(
        sign(gross)
        * ((2 * abs(cents(gross)) * cents(rate) + 10000 + cents(rate)) // (2 * (10000 + cents(rate))))
    );
create or replace temp macro vat_on(net, rate) as cast(round(net * rate * 0.01, 2) as decimal(18, 2));
create or replace temp macro line_amount(price, quantity) as cast(round(price * quantity, 2) as decimal(18, 2));
create or replace temp macro line_sign(line_type) as case when line_type = 'discount' then -1 else 1 end;
-- What rows say, whatever their order. `apart` are their long words again, each told four letters further on, since two words that
-- differ in their eighth and sixteenth letters may well share one hash and cannot share both.
create or replace temp macro told_by(words, apart) as
    count(*) || ':' || coalesce(sum(hash(words)), 0) || ':' || coalesce(sum(hash(apart)), 0);
-- A country as its two letters, where its name is one that shops write.
create or replace temp macro country_code(t) as
    case
        when length(t) = 2 then upper(t)
        else
            coalesce(
                (map {
                    'france': 'FR', 'united kingdom': 'GB', 'royaume-uni': 'GB', 'germany': 'DE', 'allemagne': 'DE', 'belgium': 'BE',
                    'belgique': 'BE', 'spain': 'ES', 'espagne': 'ES', 'italy': 'IT', 'italie': 'IT', 'netherlands': 'NL', 'pays-bas': 'NL',
                    'luxembourg': 'LU', 'portugal': 'PT', 'switzerland': 'CH', 'suisse': 'CH', 'austria': 'AT', 'autriche': 'AT',
                    'ireland': 'IE', 'eire': 'IE', 'irlande': 'IE', 'denmark': 'DK', 'danemark': 'DK', 'sweden': 'SE', 'suede': 'SE',
                    'finland': 'FI', 'finlande': 'FI', 'norway': 'NO', 'norvege': 'NO', 'poland': 'PL', 'pologne': 'PL', 'greece': 'GR',
                    'grece': 'GR', 'czech republic': 'CZ', 'tchequie': 'CZ', 'hungary': 'HU', 'hongrie': 'HU', 'romania': 'RO',
                    'roumanie': 'RO', 'bulgaria': 'BG', 'bulgarie': 'BG', 'croatia': 'HR', 'croatie': 'HR', 'slovakia': 'SK',
                    'slovaquie': 'SK', 'slovenia': 'SI', 'slovenie': 'SI', 'lithuania': 'LT', 'lituanie': 'LT', 'latvia': 'LV',
                    'lettonie': 'LV', 'estonia': 'EE', 'estonie': 'EE', 'malta': 'MT', 'malte': 'MT', 'cyprus': 'CY', 'chypre': 'CY',
                    'iceland': 'IS', 'islande': 'IS', 'united states': 'US', 'usa': 'US', 'etats-unis': 'US', 'canada': 'CA',
                    'australia': 'AU', 'australie': 'AU', 'japan': 'JP', 'japon': 'JP', 'singapore': 'SG', 'hong kong': 'HK',
                    'brazil': 'BR', 'bresil': 'BR', 'israel': 'IL', 'lebanon': 'LB', 'liban': 'LB', 'bahrain': 'BH',
                    'saudi arabia': 'SA', 'united arab emirates': 'AE', 'channel islands': 'GG', 'monaco': 'MC', 'rsa': 'ZA',
                    'korea': 'KR', 'thailand': 'TH', 'nigeria': 'NG', 'bermuda': 'BM', 'maroc': 'MA', 'tunisie': 'TN', 'algerie': 'DZ'
                })[lower(strip_accents(t))],
                t
            )
    end;
-- A quantity as it is read, without the zeros nobody wrote.
create or replace temp macro units(quantity) as replace(regexp_replace(cast(cast(quantity as decimal(18, 3)) as varchar), '[.]?0+$', ''), '.', ',');
-- Words as they are compared: without accents or capitals, one apostrophe for all.
create or replace temp macro told_words(t) as strip_accents(lower(replace(t, '’', chr(39))));
-- A provider as it writes itself; the same words as PROVIDER_NAMES (pipelines/domain/provider_accounts.py).
create or replace temp macro provider_name(provider) as
    coalesce(
        (map {
            'paypal': 'PayPal', 'payplug': 'PayPlug', 'sumup': 'SumUp', 'shopify_payments': 'Shopify Payments', 'bank': 'Virement',
            'cheque': 'Chèque', 'store_credit': 'Bon d''achat', 'gift_card': 'Carte cadeau'
        })[provider],
        upper(left(replace(provider, '_', ' '), 1)) || substr(replace(provider, '_', ' '), 2)
    );
-- Who a customer is in the books: nobody reads a name there, and the same person has the same word in every table.
create or replace temp macro pseudonym(siren, customer_id, customer_email, order_id) as
    'C' || upper(left(sha256(
        siren || '|' || coalesce(nullif(customer_id, ''), nullif(lower(customer_email), ''), order_id)), 10));
-- An instant that was still to come on the day looked from is not known yet.
create or replace temp macro known_by(moment, zone, as_of) as case when local_day(moment, zone) <= as_of then moment end;
-- Whole cents of a share: rounded down, also below zero, and half up away from zero.
create or replace temp macro floor_share(weight, whole) as
    weight // whole - case when weight % whole < 0 then 1 else 0 end;
create or replace temp macro half_up_share(weight, whole) as
    sign(weight) * ((2 * abs(weight) + whole) // (2 * whole));
