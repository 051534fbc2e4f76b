-- One row per account that is posted to.
select distinct account from core.postings order by account
