-- What is sealed can be opened only with the app's key; of states and browsers there is but a hash.
create table if not exists pending_launches (
    state varchar(43) primary key,
    browser varchar(43) not null,
    ends bigint not null,
    sealed text not null
);
create index if not exists pending_launches_by_end on pending_launches (ends);
create table if not exists launches (
    id varchar(43) primary key,
    browser varchar(43) not null,
    ends bigint not null,
    sealed text not null
);
create index if not exists launches_by_end on launches (ends);
create index if not exists launches_by_browser on launches (browser);
