import { createHash } from 'node:crypto';

import sql from 'sql-template-tag';

import type { Operator } from '../database.ts';
import type { RegencyForms } from './attach-forms.ts';

/** Makes a regency's forms be these. */
export async function writeForms(operator: Operator, { regency, forms }: RegencyForms) {
  const rows = JSON.stringify(forms);
  const version = createHash('sha256').update(rows).digest('base64url');
  await operator.rows(sql`select pg_advisory_xact_lock(4, hashtext(${regency}))`);
  await operator.rows(sql`delete from mpp.form where regency = ${regency}`);
  await operator.rows(sql`
    insert into mpp.form (regency, service_id, document, issues_itself, version)
    select ${regency}, row ->> 'serviceId', row -> 'form', (row ->> 'issuesItself')::boolean,
      ${version}
    from jsonb_array_elements(${rows}::jsonb) row
  `);
}
