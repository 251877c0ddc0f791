-- Why: a token goes with its account, so the accounts' tokens are found from the account.

create index account_token_account on account_token (tenant, account_id);
