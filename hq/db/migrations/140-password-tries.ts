/**
 * Passwords that failed, by whose they were tried for, so that all instances count together; `key` is a hash, also of logins that
 * nobody has. Forms that were sent at an address which has an account, and what is erased with time, are found without reading all.
 */
export const passwordTries = {
  number: 140,
  name: 'password-tries',
  statements: [
    'create table password_try (key text primary key, failures integer not null, last_at instant not null)',
    'create index password_try_old on password_try (last_at)',
    `create index submission_passing on submission (received_at) where status in ('known', 'waiting')`,
    'create index no_centre_request_old on no_centre_request (received_at)',
  ],
} as const
