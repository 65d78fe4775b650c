-- Which keys the sealed columns were sealed with. One row.
create table somoim_key_cabinet (
    one  integer not null primary key check (one = 1),
    mark blob    not null check (length(mark) = 32)
) strict;
