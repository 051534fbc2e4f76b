-- One row per line of the bank's own statement, CAMT.053 as French banks hand it out, written to $path.
copy (
    with written as (
        select
            1 as part, 0 as place,
            [
                '<?xml version="1.0" encoding="UTF-8"?>', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">', '<BkToCstmrStmt>',
                '<GrpHdr><MsgId>RELEVE</MsgId><CreDtTm>' || strftime(as_of, '%Y-%m-%d') || 'T23:00:00</CreDtTm></GrpHdr>', '<Stmt>', '<Id>RELEVE</Id>',
                '<CreDtTm>' || strftime(as_of, '%Y-%m-%d') || 'T23:00:00</CreDtTm>', '<Acct><Id><IBAN>' || account || '</IBAN></Id><Ccy>EUR</Ccy></Acct>'
            ] as lines
        from (select distinct account from sample.bank_lines) as accounts, sample.settings
        union all
        select
            2, row_number() over (order by booked_on, line_id),
            [
                '<Ntry><Amt Ccy="EUR">' || abs(amount) || '</Amt><CdtDbtInd>' || if(amount < 0, 'DBIT', 'CRDT') || '</CdtDbtInd><Sts>BOOK</Sts>',
                '<BookgDt><Dt>' || booked_on || '</Dt></BookgDt><AcctSvcrRef>' || line_id || '</AcctSvcrRef>',
                '<NtryDtls><TxDtls><Refs><EndToEndId>' || coalesce(reference, 'NOTPROVIDED') || '</EndToEndId></Refs>',
                '<RmtInf><Ustrd>' || replace(label, '&', '&amp;') || '</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>'
            ]
        from sample.bank_lines
        union all
        select 3, 0, ['</Stmt>', '</BkToCstmrStmt>', '</Document>']
    )
    select line from (select part, place, unnest(lines) as line, generate_subscripts(lines, 1) as rank from written) as ranked
    order by part, place, rank
) to $path (format csv, header false, delimiter E'\x01', quote E'\x02', escape E'\x02');
