-- What an able analyst would write without us: a snapshot of three years of months, set by set, and the figures from it. Every statement takes all
-- months at once. $today and $months are put in before it is run. Tables are dropped by whoever runs it.

-- The months, each with the day as at which it is looked at.
create temp table m on commit drop as
select begins as from_on, (begins + interval '1 month')::date as to_on,
  least((begins + interval '1 month')::date - 1, date '$today') as as_at
from (
  select (date_trunc('month', date '$today') - n * interval '1 month')::date as begins from generate_series(0, $months - 1) as n
) as months;

-- What is known today: of each record its latest version, while it says something.
create temp table known on commit drop as
select id from (
  select distinct on (record_id) id, state from version
  where type in ('episode', 'unaccompanied-status', 'missing-episode', 'dental-check', 'immunisation-status', 'health-assessment', 'allocation')
    and known_on <= date '$today'
  order by record_id, known_on desc, id desc
) as latest where state = 'recorded';
create unique index on known (id);
analyze known;

-- Episodes of care in order. A placement begins with an episode that is neither a time away nor with the same carer, nor the return to the same place.
create temp table ep on commit drop as
select row_number() over (order by child_id, started_on, (reason_started = 'S') desc, coalesce(ended_on, 'infinity')) as n,
  child_id, started_on, reason_started, legal_status, placement, provider, placement_postcode, placement_location, distance, ended_on,
  reason_ended, placement like 'T%' as away, greatest(coalesce(ended_on, 'infinity'), started_on) as reach
from record_episode join known on known.id = version_id
where legal_status not in ('V3', 'V4') and started_on is not null;

create index on ep (child_id);
analyze ep;

create temp table care on commit drop as
select child_id, min(started_on) as started_on, nullif(max(reach), 'infinity') as ended_on,
  (array_agg(reason_started order by n))[1] as reason_started, (array_agg(reason_ended order by reach desc, n desc))[1] as reason_ended
from (
  select *, sum(case when started_on <= reach_before then 0 else 1 end) over (partition by child_id order by n) as period
  from (
    select *, max(reach) over (partition by child_id order by n rows between unbounded preceding and 1 preceding) as reach_before from ep
  ) as before
) as grouped
group by child_id, period;
create index on care (child_id);
analyze care;

create temp table stay on commit drop as
select *, sum(case when is_new then 1 else 0 end) over (partition by child_id order by n) as place
from (
  select ep.*, not away and not coalesce(
    (lag(ended_on) over of_child is null or lag(ended_on) over of_child >= started_on)
    and case
      when away_before then
        lag(placement) over placed = placement
        and coalesce(lag(provider) over placed = provider, true)
        and coalesce(lag(placement_postcode) over placed = placement_postcode, true)
      else reason_started in ('L', 'T', 'U')
    end
    and lag(n) over placed is not null, false) as is_new
  from (select *, coalesce(lag(away) over (partition by child_id order by n), false) as away_before from ep where reach > started_on or away) as ep
  window of_child as (partition by child_id order by n), placed as (partition by child_id, away order by n)
) as flagged;

create index on stay (child_id);
analyze stay;

create temp table placement on commit drop as
select child_id, place, min(started_on) as started_on, (array_agg(ended_on order by n desc))[1] as ended_on
from stay where place > 0 group by child_id, place;
create index on placement (child_id);
analyze placement;

create temp table child on commit drop as
select child_id, born_on, sex, ethnicity,
  case when extract(day from (born_on + interval '18 years')) < extract(day from born_on) then (born_on + interval '18 years')::date + 1
    else (born_on + interval '18 years')::date end as of_age,
  case when extract(day from (born_on + interval '16 years')) < extract(day from born_on) then (born_on + interval '16 years')::date + 1
    else (born_on + interval '16 years')::date end as sixteen,
  case when extract(day from (born_on + interval '5 years')) < extract(day from born_on) then (born_on + interval '5 years')::date + 1
    else (born_on + interval '5 years')::date end as five,
  (select max(coalesce(ended_on, 'infinity')) from record_unaccompanied_status as u join known on known.id = u.version_id
   where u.child_id = those.child_id) as unaccompanied_until
from (select distinct child_id from ep) as those
  join lateral (
    select born_on, sex from record_person
      join version on version.id = version_id and version.state = 'recorded' and not exists (
        select from version as later where later.record_id = version.record_id and later.known_on <= date '$today'
          and (later.known_on, later.id) > (version.known_on, version.id))
    where version_id in (
      select v.id from record_subject as s join version as v using (record_id)
      where s.subject_id = those.child_id and s.type = 'person') limit 1
  ) as person on true
  left join lateral (
    select ethnicity from record_ethnicity
    where version_id in (
      select v.id from record_subject as s join version as v using (record_id)
      where s.subject_id = those.child_id and s.type = 'ethnicity')
    order by version_id desc limit 1
  ) as said on true;
create unique index on child (child_id);
analyze child;

-- Care ends on the 18th birthday, whatever was left open.
update care set ended_on = of_age from child
where child.child_id = care.child_id and of_age <= date '$today' and coalesce(ended_on, 'infinity') > of_age and started_on < of_age;

create temp table dental on commit drop as
select child_id, checked_on from record_dental_check join known on known.id = version_id where attendance = 'done';
create temp table assessed on commit drop as
select child_id, assessed_on from record_health_assessment join known on known.id = version_id where attendance = 'done';
create temp table immunised on commit drop as
select child_id, stated_on, up_to_date from record_immunisation_status join known on known.id = version_id;
create temp table went_missing on commit drop as
select missing.child_id, missing.started_on from record_missing_episode as missing join known on known.id = version_id
where kind = 'M' and exists (
  select from care where care.child_id = missing.child_id and care.started_on <= missing.started_on
    and (care.ended_on is null or care.ended_on > missing.started_on));
create temp table worked on commit drop as
select person_id as child_id, team_id, worker_id, started_on, ended_on,
  row_number() over (order by main.place, cover_for is not null desc, started_on desc, version_id desc) as n
from record_allocation join known on known.id = version_id
  join (values ('social-worker', 1), ('personal-adviser', 2), ('family-worker', 3), ('send-caseworker', 4)) as main (role, place) using (role);
create index on dental (child_id);
create index on assessed (child_id);
create index on immunised (child_id);
create index on went_missing (child_id);
create index on worked (child_id);
analyze dental;
analyze assessed;
analyze immunised;
analyze went_missing;
analyze worked;

-- Every child who was in care in the six months up to every month's end, whoever is in any list, with what figures are broken down by.
create temp table about on commit drop as
select those.from_on, child_id,
  case when years < 1 then 'Under 1' when years < 5 then '1 to 4' when years < 10 then '5 to 9' when years < 16 then '10 to 15' when years >= 16 then '16 and over' end
    as age_band,
  sex, ethnicity, team_id, worker_id
from (
  select distinct m.from_on, as_at, child_id
  from m join care on started_on < to_on and started_on <= as_at and (ended_on is null or ended_on >= (to_on - interval '6 months')::date)
) as those
  join child using (child_id)
  cross join lateral (select date_part('year', age(as_at, born_on)) as years) as old
  left join lateral (
    select team_id, worker_id from worked
    where worked.child_id = those.child_id and started_on <= as_at and (ended_on is null or ended_on > as_at) order by n limit 1
  ) as work on true;
create unique index on about (child_id, from_on);
analyze about;

-- Every child in care on the last day of every month, with every answer.
create table sql_in_care as
select m.from_on, child.child_id, age_band, about.sex, about.ethnicity, team_id, worker_id, ep.legal_status,
  here.placement, here.provider, here.placement_location, coalesce(unaccompanied_until > as_at, false) as unaccompanied,
  here.distance > 20 as over_20_miles, here.placement = 'P1' as with_parents, here.placement in ('H5', 'P2', 'R1') as unregulated,
  here.placement in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6') as fostered, here.provider = 'PR4' as private,
  here.placement_location = 'OUT' as outside, moves.three,
  care.started_on + interval '12 months' <= as_at as twelve_months,
  care.started_on + interval '30 months' <= as_at and as_at < sixteen as long_under_16,
  lives.started_on + interval '24 months' <= as_at as settled,
  exists (
    select from dental where dental.child_id = child.child_id and checked_on >= as_at - interval '12 months' and checked_on <= as_at) as dental,
  (select up_to_date = 'yes' from immunised where immunised.child_id = child.child_id and stated_on <= as_at
   order by stated_on desc limit 1) as immunised,
  case when five < half_year then health.year
    else health.first_half and (five <= as_at or health.second_half) end as assessed
from m
  cross join lateral (select (as_at + 1 - interval '12 months')::date as year, (as_at + 1 - interval '6 months')::date as half_year) as since
  join care on care.started_on <= as_at and (care.ended_on is null or care.ended_on > as_at)
  join child on child.child_id = care.child_id and of_age > as_at
  join about on about.child_id = care.child_id and about.from_on = m.from_on
  left join lateral (
    select place, started_on from placement
    where placement.child_id = child.child_id and started_on <= as_at and (ended_on is null or ended_on > as_at)
    order by place desc limit 1
  ) as lives on true
  left join lateral (
    select placement, provider, placement_location, distance from stay
    where stay.child_id = child.child_id and stay.place = lives.place and not away and started_on <= as_at order by n desc limit 1
  ) as here on true
  left join lateral (
    select legal_status from ep where ep.child_id = child.child_id and started_on <= as_at order by n desc limit 1
  ) as ep on true
  cross join lateral (
    select count(*) >= 3 as three from placement
    where placement.child_id = child.child_id and started_on <= as_at and (ended_on is null or ended_on > since.year)
  ) as moves
  cross join lateral (
    select coalesce(bool_or(assessed_on >= since.year and assessed_on <= as_at), false) as year,
      coalesce(bool_or(assessed_on >= since.year and assessed_on < half_year), false) as first_half,
      coalesce(bool_or(assessed_on >= half_year and assessed_on <= as_at), false) as second_half
    from assessed where assessed.child_id = child.child_id
  ) as health;

create table sql_came as
select from_on, child_id, coalesce(unaccompanied_until > first.started_on, false) as unaccompanied,
  age_band, about.sex, about.ethnicity, team_id, worker_id
from (
  select distinct on (m.from_on, child_id) m.from_on, child_id, started_on, reason_started
  from m join care on started_on >= m.from_on and started_on < m.to_on and started_on <= as_at
  order by m.from_on, child_id, started_on
) as first join child using (child_id) join about using (from_on, child_id) where reason_started = 'S';

create table sql_left as
select gone.*, age_band, sex, ethnicity, team_id, worker_id
from (
  select distinct on (span, m.from_on, child_id) span, m.from_on, child_id, reason_ended
  from m
    cross join (values ('month', interval '1 month'), ('half', interval '6 months')) as spans (span, long)
    join care on ended_on >= (to_on - long)::date and ended_on < to_on and ended_on <= as_at
  order by span, m.from_on, child_id, ended_on desc
) as gone join about using (from_on, child_id);

create table sql_missing as
select about.*,
  (select count(*) from went_missing as w
   where w.child_id = about.child_id and w.started_on >= (as_at + 1 - interval '12 months')::date and w.started_on <= as_at) as times
from about join m using (from_on);

create table sql_figures as
with
  by_month as (
    select from_on, count(*) as all_, count(*) filter (where not unaccompanied) as others, count(*) filter (where unaccompanied) as unaccompanied,
      count(*) filter (where with_parents) as with_parents, count(*) filter (where three) as three,
      count(*) filter (where three and not unaccompanied) as three_others,
      count(*) filter (where long_under_16) as long_under_16, count(*) filter (where long_under_16 and settled) as settled,
      count(*) filter (where over_20_miles and not unaccompanied) as far_others,
      count(*) filter (where outside) as outside, count(*) filter (where outside and not unaccompanied) as outside_others,
      count(*) filter (where unregulated) as unregulated, count(*) filter (where unregulated and not unaccompanied) as unregulated_others,
      count(*) filter (where fostered) as fostered, count(*) filter (where fostered and not unaccompanied) as fostered_others,
      count(*) filter (where private) as private, count(*) filter (where private and not unaccompanied) as private_others,
      count(*) filter (where twelve_months) as twelve, count(*) filter (where twelve_months and dental) as dental,
      count(*) filter (where twelve_months and immunised) as immunised, count(*) filter (where twelve_months and assessed) as assessed
    from sql_in_care group by from_on
  ),
  came as (select from_on, count(*) as all_, count(*) filter (where not unaccompanied) as others from sql_came group by from_on),
  gone as (
    select span, from_on, count(*) as all_, count(*) filter (where reason_ended in ('E4A', 'E4B')) as home,
      count(*) filter (where reason_ended in ('E11', 'E12')) as adopted,
      count(*) filter (where reason_ended in ('E43', 'E44', 'E45', 'E46', 'E47', 'E48')) as guardians
    from sql_left where reason_ended is distinct from 'X1' group by span, from_on
  ),
  away as (
    select from_on, count(*) as all_, count(*) filter (where times >= 1) as once, count(*) filter (where times >= 2) as again
    from sql_missing group by from_on
  )
select m.from_on, figure.indicator, figure.numerator::int, figure.denominator::int
from m left join by_month using (from_on) left join came using (from_on) left join away using (from_on)
  left join gone as month on month.from_on = m.from_on and month.span = 'month'
  left join gone as half on half.from_on = m.from_on and half.span = 'half'
  cross join lateral (values
    ('cic-number-month-end', by_month.all_, null::bigint),
    ('uasc-number-month-end', by_month.unaccompanied, null),
    ('uasc-percent-of-cic', by_month.unaccompanied, by_month.all_),
    ('cic-placed-with-parents', with_parents, null),
    ('cic-3-plus-placements-12-months', three, by_month.all_),
    ('cic-3-plus-placements-12-months-excl-uasc', three_others, by_month.others),
    ('cic-long-term-placement-stability-under-16', settled, long_under_16),
    ('cic-over-20-miles-from-home-excl-uasc', far_others, by_month.others),
    ('cic-placed-outside-dorset', outside, by_month.all_),
    ('cic-placed-outside-dorset-excl-uasc', outside_others, by_month.others),
    ('unregulated-placements', unregulated, null),
    ('unregulated-placements-excl-uasc', unregulated_others, null),
    ('cic-in-foster-placement', fostered, by_month.all_),
    ('cic-in-foster-placement-excl-uasc', fostered_others, by_month.others),
    ('cic-in-private-provision', private, by_month.all_),
    ('cic-in-private-provision-excl-uasc', private_others, by_month.others),
    ('dental-check-within-12-months', dental, twelve),
    ('immunisations-up-to-date-12-months-plus', immunised, twelve),
    ('annual-health-assessment-on-time-12-months-plus', assessed, twelve),
    ('cic-started', came.all_, null),
    ('cic-started-excl-uasc', came.others, null),
    ('cic-ceased', month.all_, null),
    ('permanence-returned-home-rolling-6-months', half.home, half.all_),
    ('permanence-adoption-rolling-6-months', half.adopted, half.all_),
    ('permanence-sgo-rolling-6-months', half.guardians, half.all_),
    ('cic-missing-at-least-one-episode-12-months', once, away.all_),
    ('cic-missing-more-than-one-episode', again, away.all_)
  ) as figure (indicator, numerator, denominator);
