alter table somoim_privacy_settings
add column share_income_range text not null default 'NO' check (share_income_range in ('NO', 'YES'));
