-- One row per pair a person decided, and what it takes from either side.
insert into match_allocated
values ($note, $movement, $amount, 'decision', 'confirmed', $author);
