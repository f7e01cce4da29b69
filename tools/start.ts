// Starts the server as the README says it: with example data, officers sign in at a provider on this
// machine, unless the environment names a real one
// or a database that matters: there nobody may come in by saying a name.
import { startLocalProvider } from './sign-in/local-provider.ts';

const { env } = process;
const usesExample = (env['MPP_SEED'] ?? 'example') === 'example';

if (usesExample && !env['DATABASE_URL'] && !env['MPP_OIDC_ISSUER']) {
  const port = env['PORT'] ?? '8080';
  const servers = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const { issuer, clientId } = await startLocalProvider(0, servers);
  env['MPP_OIDC_ISSUER'] = issuer;
  env['MPP_OIDC_CLIENT_ID'] = clientId;
}

await import('../packages/server/dist/main.js');
