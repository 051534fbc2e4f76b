-- No rows: drafts are made anew from what is known now.
delete from core.drafts
