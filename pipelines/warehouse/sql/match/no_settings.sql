-- One row per day range of the law's scales, of its rates, and per reason code: emptied before today's are written.
delete from core.late_scale;
delete from core.legal_rates;
delete from core.reasons;
