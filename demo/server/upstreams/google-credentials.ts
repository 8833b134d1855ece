import { Hono } from 'hono';
import { z } from 'zod';
import { readInput } from '../qa/input.ts';
import type { UpstreamAccounts } from './accounts.ts';
import { signGoogleCredential } from './google.ts';
import { findPerson } from './people.ts';

const personGuard = z.object({ person: z.string() }).strict();

/** `POST / { person }`: a One Tap credential as another site would have got it, and the address that signs in with it. */
export const googleCredentialRoutes = (account: UpstreamAccounts['google']): Hono =>
  new Hono().post('/', async (context) => {
    const { person: key } = await readInput(context.req.raw, personGuard);
    const person = findPerson(key);
    if (!person) return context.json({ message: 'There is no such person.' }, 404);

    const credential = await signGoogleCredential(account, person);
    return context.json({ credential, link: `/demo-app?google_one_tap_credential=${credential}&prompt=login` }, 201);
  });
