-- One row added: where a month stands.
insert into core.periods by name
select
    $month as month, $state as state, $hash as hash, $previous_hash as previous_hash, $prepared_by as prepared_by,
    $approved_by as approved_by, cast($sealed_at as timestamp) as sealed_at
