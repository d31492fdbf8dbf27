-- What is open is little among what is done: Summary and Today find it without reading the rest.
CREATE INDEX daily_return_unreviewed ON daily_return (operation_id, country_code) WHERE superseded_at IS NULL AND review <> 'validated';
CREATE INDEX match_awaited ON match (operation_id) WHERE state = 'confirmation_requested';
