-- What all refresh tokens of a session share, so that one that was made up is told from one that is spent. Tokens given out
-- before have no such part; whoever holds one logs in again.
delete from somoim_sessions;

alter table somoim_sessions add column family text not null check (length(family) = 64);
