/** The person of a test, and what the server knows about them. */
export interface Person {
  /** No account has the identity that a provider, a company or a link verifies. */
  readonly isNew?: boolean;
  /** The provider's address belongs to an account. */
  readonly related?: { readonly type: 'email'; readonly value: string };
  /** What the account lacks, in the order to ask for it. */
  readonly lacks?: readonly string[];
  /** The typed address belongs to an account. */
  readonly isTaken?: boolean;
  readonly companies?: readonly string[];
}

type Body = Readonly<Record<string, unknown>>;

const refuse = (status: number, code: string, data?: unknown) =>
  new Response(JSON.stringify({ code, message: '', data }), { status });
const answer = (body: unknown) => new Response(JSON.stringify(body));
const done = () => new Response(null, { status: 204 });

/**
 * The Experience API for one person, with the state that matters for repeated calls: verification records work once, an account is
 * created once, and staged data is lost with the interaction.
 */
export function experienceServer({ isNew, related, lacks = [], isTaken, companies = [] }: Person) {
  const used = new Set<string>();
  let codes = 0;
  let interaction: { event: string; isIdentified: boolean; verified: Set<string>; staged: Set<string> } | undefined;
  let account = isNew ? 'none' : 'known';

  /** Accepts a single-use value once. */
  const once = (value: string, code: string, status = 400) => {
    if (used.has(value)) return refuse(status, code);
    used.add(value);
    return undefined;
  };
  const missing = (staged: ReadonlySet<string>) => lacks.filter((what) => !staged.has(what));

  function identify({ verificationId, linkSocialIdentity }: Body, state: NonNullable<typeof interaction>): Response {
    if (typeof verificationId === 'string' && !state.verified.has(verificationId)) {
      return refuse(404, 'session.verification_session_not_found');
    }
    if (state.event === 'ForgotPassword') state.isIdentified = true;
    else if (state.event === 'SignIn') {
      const kind = String(verificationId);
      if (account === 'none' && !linkSocialIdentity && !(isTaken && kind.startsWith('v-code'))) {
        if (kind === 'v-ding') return refuse(404, 'user.identity_not_exist', { relatedUser: related });
        return refuse(404, kind === 'v-acme' ? 'user.sso_identity_not_exist' : 'user.user_not_exist');
      }
      state.isIdentified = true;
    } else {
      if (account === 'made') return refuse(422, 'user.email_already_in_use');
      if (isTaken && String(verificationId).startsWith('v-code')) return refuse(422, 'user.email_already_in_use');
      const missingProfile = missing(state.staged);
      if (missingProfile.length > 0) return refuse(422, 'user.missing_profile', { missingProfile });
      account = 'made';
      state.isIdentified = true;
      return new Response('Created', { status: 201 });
    }
    return done();
  }

  function submit(state: NonNullable<typeof interaction>): Response {
    if (!state.isIdentified) return refuse(404, 'session.identifier_not_found');
    if (state.event === 'ForgotPassword') {
      if (!state.staged.has('new password')) return refuse(422, 'user.new_password_required_in_profile');
      interaction = undefined;
      return done();
    }
    const missingProfile = account === 'known' ? missing(state.staged) : [];
    if (missingProfile.length > 0) return refuse(422, 'user.missing_profile', { missingProfile });
    interaction = undefined;
    return answer({ redirectTo: 'https://auth.example.com/oidc/auth/abc' });
  }

  function stage({ type }: Body, state: NonNullable<typeof interaction>): Response {
    const what = type === 'email' || type === 'phone' ? 'emailOrPhone' : String(type);
    if (state.event === 'Register' && account === 'made' && type !== 'extraProfile')
      return refuse(422, `user.${String(type)}_exists_in_profile`);
    if (what === 'emailOrPhone' && isTaken) return refuse(422, 'user.email_already_in_use');
    state.staged.add(what);
    return done();
  }

  function inInteraction(call: string, body: Body, state: NonNullable<typeof interaction>): Response {
    const verify = (verificationId: string) => {
      state.verified.add(verificationId);
      return answer({ verificationId });
    };
    const id = String(body['verificationId']);
    switch (call) {
      case 'PUT /interaction-event':
        state.event = String(body['interactionEvent']);
        return done();
      case 'POST /verification/password':
        return verify('v-password');
      case 'POST /verification/verification-code':
        codes += 1;
        return answer({ verificationId: `v-code-${String(codes)}` });
      case 'POST /verification/verification-code/verify':
        return once(id, 'verification_code.not_found') ?? verify(id);
      case 'POST /verification/social/ding/authorization-uri':
        used.delete('ding');
        return answer({ authorizationUri: 'https://login.provider.example/ding', verificationId: 'v-ding' });
      case 'POST /verification/sso/acme/authorization-uri':
        used.delete('acme');
        return answer({ authorizationUri: 'https://login.provider.example/acme', verificationId: 'v-acme' });
      case 'POST /verification/social/ding/verify':
        return once('ding', 'connector.social_auth_code_invalid', 401) ?? verify('v-ding');
      case 'POST /verification/sso/acme/verify':
        return once('acme', 'connector.authorization_failed', 500) ?? verify('v-acme');
      case 'POST /verification/one-time-token/verify':
        return once('link', 'one_time_token.token_consumed') ?? verify('v-link');
      case 'POST /identification':
        return identify(body, state);
      case 'POST /profile':
        return stage(body, state);
      case 'PUT /profile/password':
        state.staged.add('new password');
        return state.isIdentified ? done() : refuse(404, 'session.identifier_not_found');
      case 'POST /user-assets/avatar':
        return answer({ url: 'https://cdn.example.com/face.png' });
      case 'POST /submit':
        return submit(state);
      default:
        throw new Error(`The server knows no ${call}.`);
    }
  }

  return {
    /** Answers `METHOD /path`, without query and the common beginning of the paths. */
    answer(call: string, body: Body): Response {
      if (call === 'GET /sso-connectors') return answer({ connectorIds: companies });
      if (call === 'GET /api/interaction/consent') return answer({ user: { id: 'bob', username: 'bob' } });
      if (call === 'PUT /') {
        interaction = { event: String(body['interactionEvent']), isIdentified: false, verified: new Set(), staged: new Set() };
        return done();
      }
      return interaction ? inInteraction(call, body, interaction) : refuse(404, 'session.interaction_not_found');
    },
    /** The person starts over from the app. */
    restart(): void {
      used.clear();
      if (account === 'made') account = 'known';
    },
  };
}
