-- One row per journal that is posted to.
select distinct journal from core.postings order by journal
