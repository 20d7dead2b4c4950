-- Answers about the switches in Recruiter may come in another order than their questions went out: each question has a number,
-- and an answer to an older one than the last stored is not stored any more.
alter table linkedin_access
  add column readings_asked bigint not null default 0,
  add column reading_stored bigint not null default 0;
