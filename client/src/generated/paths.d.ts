// Written by scripts/client-types.ts from the API document; never by hand.
export interface paths {
  '/api/v1/sign-in': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Tells what the sign-in page must know */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'demo': boolean; 'mail': boolean } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    /** Signs in with e-mail and password, or tells which second step is needed */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'email': string; 'password': string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Session'] | { 'next': "code" | "setUp" } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/demo': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Lists the people of the demo; an installation that is no demo has none */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'password': string; 'people': ({ 'name': string; 'email': string; 'what': string })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/sign-out': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Signs out */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/session': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Tells who is signed in, and where */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Session'] } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/session/instance': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Changes to another company or ATS */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'tenantId': string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Session'] } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/session/preferences': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Changes language or theme */
    patch: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'language'?: "en" | "nl"; 'theme'?: "system" | "light" | "dark" } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Session'] } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    trace?: never
  }
  '/api/v1/sign-in/codes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Takes the second step with a code of the app, or a recovery code */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'code': string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Session'] } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/sign-in/two-step/set-ups': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Begins to set up the second step, where a company asks for it */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'secret': string; 'uri': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/sign-in/two-step': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Takes the second step that was just set up */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'code': string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'recoveryCodes': (string)[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/sign-in/password-resets': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Mails a link to set a new password */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'email': string } } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/sign-in/passwords': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Sets a new password with the link of a mail, and ends all sessions */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'token': string; 'password': string } } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/account/password': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    /** Changes your own password, and ends your other sessions */
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'current': string; 'password': string } } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/account/sessions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Lists where you are signed in */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'browser': string | null; 'system': string | null; 'since': string; 'lastUsed': string; 'current': boolean })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    /** Signs you out everywhere but here */
    delete: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/account/sessions/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    /** Signs you out on one device */
    delete: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/account/two-step': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Tells whether two-step sign-in is on */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'on': boolean; 'recoveryCodesLeft': number; 'required': boolean } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** Switches two-step sign-in on with a first code, and ends your other sessions */
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'code': string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'recoveryCodes': (string)[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/account/two-step/set-up': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    /** Begins to set up two-step sign-in */
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'current': string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'secret': string; 'uri': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/account/two-step/removal': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    /** Switches two-step sign-in off */
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'current': string } } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/account/two-step/recovery-codes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    /** Makes new recovery codes; the old ones end */
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'current': string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'recoveryCodes': (string)[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/demo/mails': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Lists the mails that the demo would have sent; an installation that is no demo has none */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'at': string; 'to': string; 'subject': string; 'text': string })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/live': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Tells of changes as they happen */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/api-tokens': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List the API tokens of this company, newest first */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': (components['schemas']['ApiToken'])[]; 'hasNext': boolean; 'next': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    /** Make an API token */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'name': string; 'role': "administrator" | "recruiter" | "hiring_manager" | "read_only"; 'scopes': ("jobs:read" | "jobs:write" | "candidates:read" | "candidates:write" | "applications:read" | "applications:write" | "talentPools:read" | "talentPools:write" | "users:read" | "users:write" | "linkedin:read" | "changes:read")[]; 'expiresInDays': number | null } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'token': string; 'apiToken': components['schemas']['ApiToken'] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/api-tokens/{id}/revocation': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Revoke an API token, for good */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['ApiToken'] } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/users': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List the people of this company, by last name */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string; 'role'?: "administrator" | "recruiter" | "hiring_manager" | "read_only"; 'active'?: "true" | "false"; 'q'?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'firstName': string; 'lastName': string; 'email': string; 'roles': ("administrator" | "recruiter" | "hiring_manager" | "read_only")[]; 'active': boolean; 'companyAccount': boolean; 'invitation': { 'state': "waiting" | "sent" | "failed"; 'reason': string | null } | null })[]; 'hasNext': boolean; 'next': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    /** Add a person to this company */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'firstName': string; 'lastName': string; 'email': string; 'roles': ("administrator" | "recruiter" | "hiring_manager" | "read_only")[]; 'password'?: string; 'language'?: "en" | "nl" } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'id': string; 'firstName': string; 'lastName': string; 'email': string; 'roles': ("administrator" | "recruiter" | "hiring_manager" | "read_only")[]; 'active': boolean; 'companyAccount': boolean; 'invitation': { 'state': "waiting" | "sent" | "failed"; 'reason': string | null } | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/users/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Change a person's roles, or whether he is active */
    patch: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'roles'?: ("administrator" | "recruiter" | "hiring_manager" | "read_only")[]; 'active'?: boolean } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'id': string; 'firstName': string; 'lastName': string; 'email': string; 'roles': ("administrator" | "recruiter" | "hiring_manager" | "read_only")[]; 'active': boolean; 'companyAccount': boolean; 'invitation': { 'state': "waiting" | "sent" | "failed"; 'reason': string | null } | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    trace?: never
  }
  '/api/v1/users/{id}/invitations': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Mails an invitation again, to somebody who has not signed in yet */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'language': "en" | "nl" } } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/invitations/readings': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Reads the invitation of a mailed link, without using it up */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'token': string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'firstName': string; 'email': string; 'company': string; 'instanceName': string; 'needsPassword': boolean } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/invitations/acceptances': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Accepts the invitation of a mailed link; the person can sign in from then on */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'token': string; 'password'?: string } } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/sign-in-rules': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Tells what this company asks of everybody who signs in */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'twoStepRequired': boolean } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** Changes what this company asks of everybody who signs in */
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'twoStepRequired': boolean } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'twoStepRequired': boolean } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/users/{id}/two-step-resets': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Takes away a user's second step, for whoever lost telephone and recovery codes */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/failed-mails': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Lists what could not be mailed to users */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'kind': string; 'person': string; 'reason': string | null; 'askedAt': string })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/failed-mails/{id}/attempts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Tries again to send a mail that was given up */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/company-sign-in': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Tells how people sign in with accounts of this company */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'settings': { 'issuer': string; 'clientId': string; 'required': boolean; 'newUserRole': "read_only" | "recruiter" | "hiring_manager" | null } | null; 'redirectUri': string; 'domains': ({ 'domain': string; 'state': "asked" | "proved"; 'askedOf': string })[]; 'ownDomain': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** Sets up or changes company sign-in */
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'issuer': string; 'clientId': string; 'clientSecret'?: string; 'required': boolean; 'newUserRole': "read_only" | "recruiter" | "hiring_manager" | null } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'settings': { 'issuer': string; 'clientId': string; 'required': boolean; 'newUserRole': "read_only" | "recruiter" | "hiring_manager" | null } | null; 'redirectUri': string; 'domains': ({ 'domain': string; 'state': "asked" | "proved"; 'askedOf': string })[]; 'ownDomain': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    post?: never
    /** Takes company sign-in away, and ends the sessions that it opened */
    delete: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/company-sign-in/trials': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Tries an issuer and a client, and tells what is wrong */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'issuer': string; 'clientId': string; 'clientSecret'?: string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'problem': "unreachable" | "certificate" | "notHttps" | "privateAddress" | "noDiscovery" | "wrongIssuer" | "incomplete" | "clientRefused" | "unexpected" | null; 'detail': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/company-sign-in/domains': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Mails you a link that proves the domain of your e-mail address */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'domain': string; 'language': "en" | "nl" } } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/company-sign-in/domain-proofs': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Proves a domain with the link of the mail */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'token': string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'domain': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/company-sign-in/domains/{domain}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    /** Takes a domain away */
    delete: {
      parameters: { query?: never; header?: never; path: { 'domain': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/users/{id}/company-account': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    /** Forgets which account of the company is this user's, and ends the sessions that it opened */
    delete: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/sign-in/companies': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Lists the companies that vouch for people with addresses of a domain */
    get: {
      parameters: { query: { 'domain': string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'name': string; 'instanceName': string })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/sign-in/company-trips': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Begins a sign-in through a company: send the browser to the answer's address */
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'id': string; 'email'?: string; 'to'?: string; 'language': "en" | "nl" } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'authorizeUrl': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/jobs': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List jobs, newest first */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string; 'state'?: "draft" | "active" | "closed"; 'scope'?: "mine" | "all"; 'q'?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'reference': string; 'title': string; 'location': string; 'state': "draft" | "active" | "closed"; 'createdAt': string; 'activatedAt': string | null; 'ownRole': "recruiter" | "hiring_manager" | "interviewer" | "delegate" | null; 'team': ({ 'id': string; 'name': string })[]; 'stageCounts': ({ 'kind': "prospect" | "application" | "screening" | "assessment" | "interview" | "offer"; 'name': string; 'count': number })[]; 'unopenedProspects': { 'count': number; 'waitingSince': string | null } })[]; 'hasNext': boolean; 'next': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    /** Create a job */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'title': string; 'ownRole': "recruiter" | "hiring_manager" } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'title': string; 'description': string; 'location': string; 'openings': number; 'employmentType': "full_time" | "part_time" | "contract" | "temporary" | "volunteer" | "internship" | null; 'seniority': "internship" | "entry" | "associate" | "mid_senior" | "director" | "executive" | null; 'workplace': "on_site" | "hybrid" | "remote" | null; 'id': string; 'reference': string; 'state': "draft" | "active" | "closed"; 'closedReason': "filled" | "cancelled" | null; 'createdAt': string; 'activatedAt': string | null; 'closedAt': string | null; 'team': ({ 'userId': string; 'name': string; 'role': "recruiter" | "hiring_manager" | "interviewer" | "delegate"; 'delegateOf': { 'id': string; 'name': string } | null })[]; 'stages': ({ 'id': string; 'kind': "prospect" | "application" | "screening" | "assessment" | "interview" | "offer"; 'name': string; 'enabled': boolean; 'openToHiringManagers': boolean })[]; 'candidateCount': number; 'permissions': { 'edit': boolean; 'editTeam': boolean; 'activate': boolean; 'close': boolean; 'addProspects': boolean; 'addApplicants': boolean; 'moveApplicants': boolean; 'seeProspects': boolean } } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/jobs/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Read a job */
    get: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'title': string; 'description': string; 'location': string; 'openings': number; 'employmentType': "full_time" | "part_time" | "contract" | "temporary" | "volunteer" | "internship" | null; 'seniority': "internship" | "entry" | "associate" | "mid_senior" | "director" | "executive" | null; 'workplace': "on_site" | "hybrid" | "remote" | null; 'id': string; 'reference': string; 'state': "draft" | "active" | "closed"; 'closedReason': "filled" | "cancelled" | null; 'createdAt': string; 'activatedAt': string | null; 'closedAt': string | null; 'team': ({ 'userId': string; 'name': string; 'role': "recruiter" | "hiring_manager" | "interviewer" | "delegate"; 'delegateOf': { 'id': string; 'name': string } | null })[]; 'stages': ({ 'id': string; 'kind': "prospect" | "application" | "screening" | "assessment" | "interview" | "offer"; 'name': string; 'enabled': boolean; 'openToHiringManagers': boolean })[]; 'candidateCount': number; 'permissions': { 'edit': boolean; 'editTeam': boolean; 'activate': boolean; 'close': boolean; 'addProspects': boolean; 'addApplicants': boolean; 'moveApplicants': boolean; 'seeProspects': boolean } } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Change a job */
    patch: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'title'?: string; 'description'?: string; 'location'?: string; 'openings'?: number; 'employmentType'?: "full_time" | "part_time" | "contract" | "temporary" | "volunteer" | "internship" | null; 'seniority'?: "internship" | "entry" | "associate" | "mid_senior" | "director" | "executive" | null; 'workplace'?: "on_site" | "hybrid" | "remote" | null } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'title': string; 'description': string; 'location': string; 'openings': number; 'employmentType': "full_time" | "part_time" | "contract" | "temporary" | "volunteer" | "internship" | null; 'seniority': "internship" | "entry" | "associate" | "mid_senior" | "director" | "executive" | null; 'workplace': "on_site" | "hybrid" | "remote" | null; 'id': string; 'reference': string; 'state': "draft" | "active" | "closed"; 'closedReason': "filled" | "cancelled" | null; 'createdAt': string; 'activatedAt': string | null; 'closedAt': string | null; 'team': ({ 'userId': string; 'name': string; 'role': "recruiter" | "hiring_manager" | "interviewer" | "delegate"; 'delegateOf': { 'id': string; 'name': string } | null })[]; 'stages': ({ 'id': string; 'kind': "prospect" | "application" | "screening" | "assessment" | "interview" | "offer"; 'name': string; 'enabled': boolean; 'openToHiringManagers': boolean })[]; 'candidateCount': number; 'permissions': { 'edit': boolean; 'editTeam': boolean; 'activate': boolean; 'close': boolean; 'addProspects': boolean; 'addApplicants': boolean; 'moveApplicants': boolean; 'seeProspects': boolean } } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    trace?: never
  }
  '/api/v1/jobs/{id}/activation': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Activate a job */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'title': string; 'description': string; 'location': string; 'openings': number; 'employmentType': "full_time" | "part_time" | "contract" | "temporary" | "volunteer" | "internship" | null; 'seniority': "internship" | "entry" | "associate" | "mid_senior" | "director" | "executive" | null; 'workplace': "on_site" | "hybrid" | "remote" | null; 'id': string; 'reference': string; 'state': "draft" | "active" | "closed"; 'closedReason': "filled" | "cancelled" | null; 'createdAt': string; 'activatedAt': string | null; 'closedAt': string | null; 'team': ({ 'userId': string; 'name': string; 'role': "recruiter" | "hiring_manager" | "interviewer" | "delegate"; 'delegateOf': { 'id': string; 'name': string } | null })[]; 'stages': ({ 'id': string; 'kind': "prospect" | "application" | "screening" | "assessment" | "interview" | "offer"; 'name': string; 'enabled': boolean; 'openToHiringManagers': boolean })[]; 'candidateCount': number; 'permissions': { 'edit': boolean; 'editTeam': boolean; 'activate': boolean; 'close': boolean; 'addProspects': boolean; 'addApplicants': boolean; 'moveApplicants': boolean; 'seeProspects': boolean } } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/jobs/{id}/closure': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Close a job */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'reason': "filled" | "cancelled"; 'comment'?: string; 'hiredApplicationId'?: string | null } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'title': string; 'description': string; 'location': string; 'openings': number; 'employmentType': "full_time" | "part_time" | "contract" | "temporary" | "volunteer" | "internship" | null; 'seniority': "internship" | "entry" | "associate" | "mid_senior" | "director" | "executive" | null; 'workplace': "on_site" | "hybrid" | "remote" | null; 'id': string; 'reference': string; 'state': "draft" | "active" | "closed"; 'closedReason': "filled" | "cancelled" | null; 'createdAt': string; 'activatedAt': string | null; 'closedAt': string | null; 'team': ({ 'userId': string; 'name': string; 'role': "recruiter" | "hiring_manager" | "interviewer" | "delegate"; 'delegateOf': { 'id': string; 'name': string } | null })[]; 'stages': ({ 'id': string; 'kind': "prospect" | "application" | "screening" | "assessment" | "interview" | "offer"; 'name': string; 'enabled': boolean; 'openToHiringManagers': boolean })[]; 'candidateCount': number; 'permissions': { 'edit': boolean; 'editTeam': boolean; 'activate': boolean; 'close': boolean; 'addProspects': boolean; 'addApplicants': boolean; 'moveApplicants': boolean; 'seeProspects': boolean } } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/jobs/{id}/hiring-team': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Add somebody to the hiring team */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'userId': string; 'role': "recruiter" | "hiring_manager" | "interviewer" | "delegate"; 'delegateOf'?: string | null } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'userId': string; 'name': string; 'role': "recruiter" | "hiring_manager" | "interviewer" | "delegate"; 'delegateOf': { 'id': string; 'name': string } | null })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/jobs/{id}/hiring-team/{userId}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    /** Remove somebody from the hiring team */
    delete: {
      parameters: { query?: never; header?: never; path: { 'id': string; 'userId': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    options?: never
    head?: never
    /** Change the role of somebody on the hiring team */
    patch: {
      parameters: { query?: never; header?: never; path: { 'id': string; 'userId': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'role': "recruiter" | "hiring_manager" | "interviewer" | "delegate"; 'delegateOf'?: string | null } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'userId': string; 'name': string; 'role': "recruiter" | "hiring_manager" | "interviewer" | "delegate"; 'delegateOf': { 'id': string; 'name': string } | null })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    trace?: never
  }
  '/api/v1/jobs/{id}/process/prospect': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Change the Prospect stage of a job */
    patch: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'enabled'?: boolean; 'openToHiringManagers'?: boolean } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'title': string; 'description': string; 'location': string; 'openings': number; 'employmentType': "full_time" | "part_time" | "contract" | "temporary" | "volunteer" | "internship" | null; 'seniority': "internship" | "entry" | "associate" | "mid_senior" | "director" | "executive" | null; 'workplace': "on_site" | "hybrid" | "remote" | null; 'id': string; 'reference': string; 'state': "draft" | "active" | "closed"; 'closedReason': "filled" | "cancelled" | null; 'createdAt': string; 'activatedAt': string | null; 'closedAt': string | null; 'team': ({ 'userId': string; 'name': string; 'role': "recruiter" | "hiring_manager" | "interviewer" | "delegate"; 'delegateOf': { 'id': string; 'name': string } | null })[]; 'stages': ({ 'id': string; 'kind': "prospect" | "application" | "screening" | "assessment" | "interview" | "offer"; 'name': string; 'enabled': boolean; 'openToHiringManagers': boolean })[]; 'candidateCount': number; 'permissions': { 'edit': boolean; 'editTeam': boolean; 'activate': boolean; 'close': boolean; 'addProspects': boolean; 'addApplicants': boolean; 'moveApplicants': boolean; 'seeProspects': boolean } } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    trace?: never
  }
  '/api/v1/candidates/facets': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Count a list of candidates, by title, company, place, skill, source, job and stage */
    get: {
      parameters: { query?: { 'title'?: string | (string)[]; 'company'?: string | (string)[]; 'location'?: string | (string)[]; 'skill'?: string | (string)[]; 'source'?: "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other" | ("linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other")[]; 'job'?: string | (string)[]; 'stage'?: "prospect" | "application" | "screening" | "assessment" | "interview" | "offer" | ("prospect" | "application" | "screening" | "assessment" | "interview" | "offer")[]; 'pool'?: string | (string)[]; 'q'?: string; 'sort'?: "relevance" | "newest" | "name" }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'count': { 'value': number; 'capped': boolean }; 'facets': ({ 'name': "title" | "company" | "location" | "skill" | "source" | "job" | "stage" | "pool"; 'values': ({ 'value': string; 'label': string; 'count': number })[] })[]; 'readings': ({ 'word': string; 'as': "beginning" | "slip" | "nothing" })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/candidates/{id}/neighbours': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Who stands before and after a candidate on a list */
    get: {
      parameters: { query?: { 'title'?: string | (string)[]; 'company'?: string | (string)[]; 'location'?: string | (string)[]; 'skill'?: string | (string)[]; 'source'?: "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other" | ("linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other")[]; 'job'?: string | (string)[]; 'stage'?: "prospect" | "application" | "screening" | "assessment" | "interview" | "offer" | ("prospect" | "application" | "screening" | "assessment" | "interview" | "offer")[]; 'pool'?: string | (string)[]; 'q'?: string; 'sort'?: "relevance" | "newest" | "name" }; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'previousId': string | null; 'nextId': string | null; 'position': number | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/candidates': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List or search candidates */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string; 'title'?: string | (string)[]; 'company'?: string | (string)[]; 'location'?: string | (string)[]; 'skill'?: string | (string)[]; 'source'?: "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other" | ("linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other")[]; 'job'?: string | (string)[]; 'stage'?: "prospect" | "application" | "screening" | "assessment" | "interview" | "offer" | ("prospect" | "application" | "screening" | "assessment" | "interview" | "offer")[]; 'pool'?: string | (string)[]; 'q'?: string; 'sort'?: "relevance" | "newest" | "name" }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'firstName': string; 'lastName': string; 'headline': string | null; 'currentTitle': string | null; 'currentCompany': string | null; 'location': string | null; 'skills': (string)[]; 'email': string | null; 'createdAt': string; 'applicationCount': number })[]; 'hasNext': boolean; 'next': string | null; 'readings': ({ 'word': string; 'as': "beginning" | "slip" | "nothing" })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    /** Create a candidate */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'firstName': string; 'lastName': string; 'headline'?: string | null; 'currentTitle'?: string | null; 'currentCompany'?: string | null; 'location'?: string | null; 'profileUrl'?: string | null; 'skills'?: (string)[]; 'emails'?: (string)[]; 'phones'?: (string)[] } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'firstName': string; 'lastName': string; 'headline': string | null; 'currentTitle': string | null; 'currentCompany': string | null; 'location': string | null; 'profileUrl': string | null; 'skills': (string)[]; 'emails': (string)[]; 'phones': (string)[]; 'id': string; 'createdAt': string; 'updatedAt': string; 'origins': Record<string, { 'kind': "user" | "linkedin" | "apply_form" | "import"; 'by': string; 'at': string }>; 'applications': ({ 'id': string; 'jobId': string; 'jobReference': string; 'jobTitle': string; 'jobState': "draft" | "active" | "closed"; 'stageId': string; 'stageKind': "prospect" | "application" | "screening" | "assessment" | "interview" | "offer"; 'stageName': string; 'stageSince': string; 'state': "active" | "closed"; 'closedAs': "rejected" | "withdrawn" | "job_closed" | null; 'source': "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other"; 'passedProspect': boolean; 'mayOpen': boolean })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/candidates/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Read a candidate */
    get: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'firstName': string; 'lastName': string; 'headline': string | null; 'currentTitle': string | null; 'currentCompany': string | null; 'location': string | null; 'profileUrl': string | null; 'skills': (string)[]; 'emails': (string)[]; 'phones': (string)[]; 'id': string; 'createdAt': string; 'updatedAt': string; 'origins': Record<string, { 'kind': "user" | "linkedin" | "apply_form" | "import"; 'by': string; 'at': string }>; 'applications': ({ 'id': string; 'jobId': string; 'jobReference': string; 'jobTitle': string; 'jobState': "draft" | "active" | "closed"; 'stageId': string; 'stageKind': "prospect" | "application" | "screening" | "assessment" | "interview" | "offer"; 'stageName': string; 'stageSince': string; 'state': "active" | "closed"; 'closedAs': "rejected" | "withdrawn" | "job_closed" | null; 'source': "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other"; 'passedProspect': boolean; 'mayOpen': boolean })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Change a candidate */
    patch: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'firstName'?: string; 'lastName'?: string; 'headline'?: string | null; 'currentTitle'?: string | null; 'currentCompany'?: string | null; 'location'?: string | null; 'profileUrl'?: string | null; 'skills'?: (string)[]; 'emails'?: (string)[]; 'phones'?: (string)[] } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'firstName': string; 'lastName': string; 'headline': string | null; 'currentTitle': string | null; 'currentCompany': string | null; 'location': string | null; 'profileUrl': string | null; 'skills': (string)[]; 'emails': (string)[]; 'phones': (string)[]; 'id': string; 'createdAt': string; 'updatedAt': string; 'origins': Record<string, { 'kind': "user" | "linkedin" | "apply_form" | "import"; 'by': string; 'at': string }>; 'applications': ({ 'id': string; 'jobId': string; 'jobReference': string; 'jobTitle': string; 'jobState': "draft" | "active" | "closed"; 'stageId': string; 'stageKind': "prospect" | "application" | "screening" | "assessment" | "interview" | "offer"; 'stageName': string; 'stageSince': string; 'state': "active" | "closed"; 'closedAs': "rejected" | "withdrawn" | "job_closed" | null; 'source': "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other"; 'passedProspect': boolean; 'mayOpen': boolean })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    trace?: never
  }
  '/api/v1/candidates/{id}/activity': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** What happened to a candidate, newest first */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string }; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'at': string; 'kind': string; 'actor': { 'kind': string; 'name': string | null }; 'change': Record<string, unknown> })[]; 'hasNext': boolean; 'next': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/saved-views': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Your own saved views and those that colleagues share, by name */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'name': string; 'shared': boolean; 'owner': { 'id': string; 'name': string }; 'isOwn': boolean; 'view': { 'q'?: string; 'filters'?: { 'title'?: string | (string)[]; 'company'?: string | (string)[]; 'location'?: string | (string)[]; 'skill'?: string | (string)[]; 'source'?: "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other" | ("linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other")[]; 'job'?: string | (string)[]; 'stage'?: "prospect" | "application" | "screening" | "assessment" | "interview" | "offer" | ("prospect" | "application" | "screening" | "assessment" | "interview" | "offer")[]; 'pool'?: string | (string)[] }; 'sort'?: "relevance" | "newest" | "name" | null; 'columns'?: ("headline" | "title" | "company" | "location" | "email" | "skills" | "applications" | "added")[] }; 'createdAt': string; 'updatedAt': string })[]; 'hasNext': boolean; 'next': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    /** Save a list of candidates as a view */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'name': string; 'shared'?: boolean; 'view': { 'q'?: string; 'filters'?: { 'title'?: string | (string)[]; 'company'?: string | (string)[]; 'location'?: string | (string)[]; 'skill'?: string | (string)[]; 'source'?: "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other" | ("linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other")[]; 'job'?: string | (string)[]; 'stage'?: "prospect" | "application" | "screening" | "assessment" | "interview" | "offer" | ("prospect" | "application" | "screening" | "assessment" | "interview" | "offer")[]; 'pool'?: string | (string)[] }; 'sort'?: "relevance" | "newest" | "name" | null; 'columns'?: ("headline" | "title" | "company" | "location" | "email" | "skills" | "applications" | "added")[] } } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'id': string; 'name': string; 'shared': boolean; 'owner': { 'id': string; 'name': string }; 'isOwn': boolean; 'view': { 'q'?: string; 'filters'?: { 'title'?: string | (string)[]; 'company'?: string | (string)[]; 'location'?: string | (string)[]; 'skill'?: string | (string)[]; 'source'?: "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other" | ("linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other")[]; 'job'?: string | (string)[]; 'stage'?: "prospect" | "application" | "screening" | "assessment" | "interview" | "offer" | ("prospect" | "application" | "screening" | "assessment" | "interview" | "offer")[]; 'pool'?: string | (string)[] }; 'sort'?: "relevance" | "newest" | "name" | null; 'columns'?: ("headline" | "title" | "company" | "location" | "email" | "skills" | "applications" | "added")[] }; 'createdAt': string; 'updatedAt': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/saved-views/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    /** Remove a view of your own */
    delete: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    options?: never
    head?: never
    /** Rename, share or change a view of your own */
    patch: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'name'?: string; 'shared'?: boolean; 'view'?: { 'q'?: string; 'filters'?: { 'title'?: string | (string)[]; 'company'?: string | (string)[]; 'location'?: string | (string)[]; 'skill'?: string | (string)[]; 'source'?: "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other" | ("linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other")[]; 'job'?: string | (string)[]; 'stage'?: "prospect" | "application" | "screening" | "assessment" | "interview" | "offer" | ("prospect" | "application" | "screening" | "assessment" | "interview" | "offer")[]; 'pool'?: string | (string)[] }; 'sort'?: "relevance" | "newest" | "name" | null; 'columns'?: ("headline" | "title" | "company" | "location" | "email" | "skills" | "applications" | "added")[] } } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'id': string; 'name': string; 'shared': boolean; 'owner': { 'id': string; 'name': string }; 'isOwn': boolean; 'view': { 'q'?: string; 'filters'?: { 'title'?: string | (string)[]; 'company'?: string | (string)[]; 'location'?: string | (string)[]; 'skill'?: string | (string)[]; 'source'?: "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other" | ("linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other")[]; 'job'?: string | (string)[]; 'stage'?: "prospect" | "application" | "screening" | "assessment" | "interview" | "offer" | ("prospect" | "application" | "screening" | "assessment" | "interview" | "offer")[]; 'pool'?: string | (string)[] }; 'sort'?: "relevance" | "newest" | "name" | null; 'columns'?: ("headline" | "title" | "company" | "location" | "email" | "skills" | "applications" | "added")[] }; 'createdAt': string; 'updatedAt': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    trace?: never
  }
  '/api/v1/talent-pools': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List talent pools, by name */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string; 'q'?: string; 'candidateId'?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': (components['schemas']['TalentPool'])[]; 'hasNext': boolean; 'next': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    /** Make a talent pool */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'name': string } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['TalentPool'] } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/talent-pools/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Read a talent pool */
    get: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['TalentPool'] } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    /** Delete a talent pool */
    delete: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    options?: never
    head?: never
    /** Rename a talent pool */
    patch: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'name': string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['TalentPool'] } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    trace?: never
  }
  '/api/v1/talent-pools/{id}/members': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List the people in a talent pool */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string; 'sort'?: "added" | "name" }; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'candidateId': string; 'firstName': string; 'lastName': string; 'headline': string | null; 'currentCompany': string | null; 'location': string | null; 'email': string | null; 'addedAt': string; 'addedBy': { 'id': string; 'name': string } | null })[]; 'hasNext': boolean; 'next': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    /** Add people to a talent pool */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'candidateIds': (string)[] } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'addedIds': (string)[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/talent-pools/{id}/members/{candidateId}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    /** Remove somebody from a talent pool */
    delete: {
      parameters: { query?: never; header?: never; path: { 'id': string; 'candidateId': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/talent-pools/{id}/members/{candidateId}/return': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Undo the last removal of somebody from a talent pool */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string; 'candidateId': string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'candidateId': string; 'firstName': string; 'lastName': string; 'headline': string | null; 'currentCompany': string | null; 'location': string | null; 'email': string | null; 'addedAt': string; 'addedBy': { 'id': string; 'name': string } | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/talent-pools/{id}/members/{candidateId}/neighbours': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Who stands before and after somebody in a talent pool */
    get: {
      parameters: { query?: { 'sort'?: "added" | "name" }; header?: never; path: { 'id': string; 'candidateId': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'previousId': string | null; 'nextId': string | null; 'position': number | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/jobs/{id}/board': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** All cards of a job, stage by stage */
    get: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'stages': ({ 'id': string; 'kind': "prospect" | "application" | "screening" | "assessment" | "interview" | "offer"; 'name': string; 'enabled': boolean; 'openToHiringManagers': boolean; 'cards': ({ 'id': string; 'candidateId': string; 'name': string; 'headline': string | null; 'source': "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other"; 'stageSince': string; 'opened': boolean })[] })[]; 'notOpenedCount': number; 'closedCounts': { 'rejected'?: number; 'withdrawn'?: number; 'job_closed'?: number } } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/jobs/{id}/applications': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Add a person to a job by hand */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'candidateId'?: string; 'candidate'?: { 'firstName': string; 'lastName': string; 'headline'?: string | null; 'currentTitle'?: string | null; 'currentCompany'?: string | null; 'location'?: string | null; 'profileUrl'?: string | null; 'skills'?: (string)[]; 'emails'?: (string)[]; 'phones'?: (string)[] }; 'as': "prospect" | "applicant"; 'source'?: "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other" } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'id': string; 'jobId': string; 'candidateId': string; 'stageId': string; 'alreadyThere': boolean; 'closedAs': "rejected" | "withdrawn" | "job_closed" | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/applications/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Read an application */
    get: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'id': string; 'jobId': string; 'jobReference': string; 'jobTitle': string; 'candidateId': string; 'stageId': string; 'stageSince': string; 'state': "active" | "closed"; 'source': "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other"; 'sourceUser': { 'id': string; 'name': string } | null; 'passedProspectAt': string | null; 'stages': ({ 'id': string; 'kind': "prospect" | "application" | "screening" | "assessment" | "interview" | "offer"; 'name': string; 'enabled': boolean; 'openToHiringManagers': boolean })[]; 'history': ({ 'moveId': string; 'stageId': string; 'stageName': string; 'kind': "prospect" | "application" | "screening" | "assessment" | "interview" | "offer"; 'at': string; 'by': string | null })[]; 'closings': ({ 'id': string; 'as': "rejected" | "withdrawn" | "job_closed"; 'reason': "application" | "education" | "experience" | "skill_set" | "competency" | "licensure" | "assessment" | "silver_medalist" | "other" | "offer_declined" | "other_job" | "terms" | "personal" | "no_answer" | "position_filled" | "position_cancelled"; 'comment': string | null; 'at': string; 'by': string | null; 'reopenedAt': string | null; 'reopenedBy': string | null })[]; 'position': { 'index': number; 'total': number; 'previousId': string | null; 'nextId': string | null }; 'permissions': { 'move': boolean; 'close': boolean; 'reopen': boolean } } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/applications/{id}/opened': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    /** Say that you have seen an application */
    put: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/applications/{id}/stage-moves': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Move a person to another stage */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'toStageId': string; 'fromStageId'?: string } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'id': string; 'applicationId': string; 'fromStageId': string | null; 'toStageId': string; 'at': string; 'leftProspect': boolean } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/stage-moves/{id}/reversal': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Undo your own newest move */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'id': string; 'applicationId': string; 'fromStageId': string | null; 'toStageId': string; 'at': string; 'leftProspect': boolean } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/candidates/{id}/notes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List the notes on a candidate, newest first */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string }; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': (components['schemas']['Note'])[]; 'hasNext': boolean; 'next': string | null; 'mayWrite': boolean } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    /** Write a note on a candidate */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'body': components['schemas']['NoteBody']; 'visibility': "shared" | "private" } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Note'] } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/candidates/{id}/notes/colleagues': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Whom a note on a candidate can mention */
    get: {
      parameters: { query?: { 'q'?: string }; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'name': string })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/applications/{id}/notes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List the notes on an application, newest first */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string }; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': (components['schemas']['Note'])[]; 'hasNext': boolean; 'next': string | null; 'mayWrite': boolean } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    /** Write a note on an application */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'body': components['schemas']['NoteBody']; 'visibility': "shared" | "private" } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Note'] } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/applications/{id}/notes/colleagues': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Whom a note on an application can mention */
    get: {
      parameters: { query?: { 'q'?: string }; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'name': string })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/notes/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    /** Withdraw a note */
    delete: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    options?: never
    head?: never
    /** Change a note of your own, and who reads it */
    patch: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'body': components['schemas']['NoteBody']; 'visibility': "shared" | "private"; 'version': number } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Note'] } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    trace?: never
  }
  '/api/v1/jobs/{id}/closed-applications': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List who is out of the running on a job */
    get: {
      parameters: { query: { 'limit'?: number; 'next'?: string; 'as': "rejected" | "withdrawn" | "job_closed" }; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'candidateId': string; 'name': string; 'headline': string | null; 'source': "linkedin" | "referral" | "career_site" | "job_board" | "recruiter" | "import" | "other"; 'stageId': string; 'stageName': string; 'reason': "application" | "education" | "experience" | "skill_set" | "competency" | "licensure" | "assessment" | "silver_medalist" | "other" | "offer_declined" | "other_job" | "terms" | "personal" | "no_answer" | "position_filled" | "position_cancelled"; 'comment': string | null; 'closedAt': string; 'closedBy': string | null })[]; 'hasNext': boolean; 'next': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/applications/{id}/closings': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Reject a person, or write down that he withdrew */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'as': "rejected" | "withdrawn"; 'reason': "application" | "education" | "experience" | "skill_set" | "competency" | "licensure" | "assessment" | "silver_medalist" | "other" | "offer_declined" | "other_job" | "terms" | "personal" | "no_answer"; 'comment'?: string } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'id': string; 'applicationId': string; 'as': "rejected" | "withdrawn" | "job_closed"; 'reason': "application" | "education" | "experience" | "skill_set" | "competency" | "licensure" | "assessment" | "silver_medalist" | "other" | "offer_declined" | "other_job" | "terms" | "personal" | "no_answer" | "position_filled" | "position_cancelled"; 'at': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/applications/{id}/reopenings': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Bring a person back into the running */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'id': string; 'applicationId': string; 'stageId': string; 'at': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/closings/{id}/reversal': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Undo your own closing */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'id': string; 'applicationId': string; 'stageId': string; 'at': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/reopenings/{id}/reversal': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Undo your own re-opening */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'id': string; 'applicationId': string; 'as': "rejected" | "withdrawn" | "job_closed"; 'reason': "application" | "education" | "experience" | "skill_set" | "competency" | "licensure" | "assessment" | "silver_medalist" | "other" | "offer_declined" | "other_job" | "terms" | "personal" | "no_answer" | "position_filled" | "position_cancelled"; 'at': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/notifications': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Your own notifications, newest first */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'kind': string; 'params': Record<string, string>; 'link': string | null; 'createdAt': string; 'readAt': string | null })[]; 'hasNext': boolean; 'next': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/notifications/read': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    /** Mark all your notifications as read */
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/notifications/{id}/read': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    /** Mark a notification as read */
    put: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/changes': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Read what has changed since a position, oldest first */
    get: {
      parameters: { query?: { 'since'?: string; 'limit'?: number; 'wait'?: number | null }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': (components['schemas']['Change'])[]; 'hasNext': boolean; 'next': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/home-visits': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    /** End your visit to Home */
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/set-up': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Read where the set-up of LinkedIn stands, and whose turn it is */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'step': "notOffered" | "connect" | "request" | "gettingReady" | "partnerReady" | "enabled" | "switchedOff"; 'whyNotOffered': "edition" | "installation" | null; 'nextActor': "administrator" | "recruiterAdmin" | "linkedin" | null; 'since': string | null; 'connected': { 'at': string; 'by': string | null } | null; 'requested': { 'at': string; 'by': string | null } | null; 'disconnected': { 'at': string; 'by': string | null } | null; 'level': "off" | "company" | "contract"; 'company': { 'state': "none" | "requested" | "partnerReady" | "enabled" | "switchedOff" | "unknown"; 'since': string | null }; 'contract': { 'state': "none" | "requested" | "partnerReady" | "enabled" | "switchedOff" | "unknown"; 'since': string | null }; 'integrationName': string; 'instanceName': string; 'organizationUrn': string | null; 'contractUrn': string | null; 'callbackUrl': string | null; 'recruiterUrl': string; 'checkedAt': string | null; 'settings': { 'jobVisibility': "private" | "public"; 'indicatorViewers': "everyone" | "team" } | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/set-up/sign-in': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Connect: begin the set-up of LinkedIn */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'authorizeUrl': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/set-up/request': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Tell what was requested in LinkedIn’s plugin */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'keys': ({ 'integrationContext': string; 'integrationType': string })[] } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'step': "notOffered" | "connect" | "request" | "gettingReady" | "partnerReady" | "enabled" | "switchedOff"; 'whyNotOffered': "edition" | "installation" | null; 'nextActor': "administrator" | "recruiterAdmin" | "linkedin" | null; 'since': string | null; 'connected': { 'at': string; 'by': string | null } | null; 'requested': { 'at': string; 'by': string | null } | null; 'disconnected': { 'at': string; 'by': string | null } | null; 'level': "off" | "company" | "contract"; 'company': { 'state': "none" | "requested" | "partnerReady" | "enabled" | "switchedOff" | "unknown"; 'since': string | null }; 'contract': { 'state': "none" | "requested" | "partnerReady" | "enabled" | "switchedOff" | "unknown"; 'since': string | null }; 'integrationName': string; 'instanceName': string; 'organizationUrn': string | null; 'contractUrn': string | null; 'callbackUrl': string | null; 'recruiterUrl': string; 'checkedAt': string | null; 'settings': { 'jobVisibility': "private" | "public"; 'indicatorViewers': "everyone" | "team" } | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/set-up/reading': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Ask LinkedIn where the set-up stands */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'step': "notOffered" | "connect" | "request" | "gettingReady" | "partnerReady" | "enabled" | "switchedOff"; 'whyNotOffered': "edition" | "installation" | null; 'nextActor': "administrator" | "recruiterAdmin" | "linkedin" | null; 'since': string | null; 'connected': { 'at': string; 'by': string | null } | null; 'requested': { 'at': string; 'by': string | null } | null; 'disconnected': { 'at': string; 'by': string | null } | null; 'level': "off" | "company" | "contract"; 'company': { 'state': "none" | "requested" | "partnerReady" | "enabled" | "switchedOff" | "unknown"; 'since': string | null }; 'contract': { 'state': "none" | "requested" | "partnerReady" | "enabled" | "switchedOff" | "unknown"; 'since': string | null }; 'integrationName': string; 'instanceName': string; 'organizationUrn': string | null; 'contractUrn': string | null; 'callbackUrl': string | null; 'recruiterUrl': string; 'checkedAt': string | null; 'settings': { 'jobVisibility': "private" | "public"; 'indicatorViewers': "everyone" | "team" } | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/set-up/job-visibility': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    /** Choose whether jobs are public or private on LinkedIn */
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'jobVisibility': "private" | "public" } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'step': "notOffered" | "connect" | "request" | "gettingReady" | "partnerReady" | "enabled" | "switchedOff"; 'whyNotOffered': "edition" | "installation" | null; 'nextActor': "administrator" | "recruiterAdmin" | "linkedin" | null; 'since': string | null; 'connected': { 'at': string; 'by': string | null } | null; 'requested': { 'at': string; 'by': string | null } | null; 'disconnected': { 'at': string; 'by': string | null } | null; 'level': "off" | "company" | "contract"; 'company': { 'state': "none" | "requested" | "partnerReady" | "enabled" | "switchedOff" | "unknown"; 'since': string | null }; 'contract': { 'state': "none" | "requested" | "partnerReady" | "enabled" | "switchedOff" | "unknown"; 'since': string | null }; 'integrationName': string; 'instanceName': string; 'organizationUrn': string | null; 'contractUrn': string | null; 'callbackUrl': string | null; 'recruiterUrl': string; 'checkedAt': string | null; 'settings': { 'jobVisibility': "private" | "public"; 'indicatorViewers': "everyone" | "team" } | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/set-up/indicator-viewers': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    /** Choose who sees the In-ATS section in Recruiter */
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'indicatorViewers': "everyone" | "team" } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'step': "notOffered" | "connect" | "request" | "gettingReady" | "partnerReady" | "enabled" | "switchedOff"; 'whyNotOffered': "edition" | "installation" | null; 'nextActor': "administrator" | "recruiterAdmin" | "linkedin" | null; 'since': string | null; 'connected': { 'at': string; 'by': string | null } | null; 'requested': { 'at': string; 'by': string | null } | null; 'disconnected': { 'at': string; 'by': string | null } | null; 'level': "off" | "company" | "contract"; 'company': { 'state': "none" | "requested" | "partnerReady" | "enabled" | "switchedOff" | "unknown"; 'since': string | null }; 'contract': { 'state': "none" | "requested" | "partnerReady" | "enabled" | "switchedOff" | "unknown"; 'since': string | null }; 'integrationName': string; 'instanceName': string; 'organizationUrn': string | null; 'contractUrn': string | null; 'callbackUrl': string | null; 'recruiterUrl': string; 'checkedAt': string | null; 'settings': { 'jobVisibility': "private" | "public"; 'indicatorViewers': "everyone" | "team" } | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/set-up/disconnection': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Disconnect this ATS instance from LinkedIn */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'instanceName': string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'linkedInKnows': boolean } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/candidates/{id}/linkedin': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Read who a candidate is at LinkedIn, and whether you can see the profile */
    get: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'state': "notAllowed" | "basicEdition" | "halfMissing" | "ready"; 'instance': { 'on': boolean; 'nextActor': "administrator" | "recruiterAdmin" | "linkedin" | null; 'since': string | null; 'administrators': (string)[] }; 'user': "connected" | "notConnected" | "expired"; 'link': { 'personUrn': string; 'linkedBy': "export" | "profile_url" | "email" | "linkedin" | "hand"; 'linkedAt': string; 'linkedByName': string | null } | null; 'unlinkedPeople': number; 'profileUrl': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/candidates/{id}/linkedin/links': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Link a candidate to a LinkedIn profile */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'personUrn': string; 'replaces'?: boolean } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'state': "notAllowed" | "basicEdition" | "halfMissing" | "ready"; 'instance': { 'on': boolean; 'nextActor': "administrator" | "recruiterAdmin" | "linkedin" | null; 'since': string | null; 'administrators': (string)[] }; 'user': "connected" | "notConnected" | "expired"; 'link': { 'personUrn': string; 'linkedBy': "export" | "profile_url" | "email" | "linkedin" | "hand"; 'linkedAt': string; 'linkedByName': string | null } | null; 'unlinkedPeople': number; 'profileUrl': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/candidates/{id}/linkedin/unlinkings': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Say that a candidate is not this person at LinkedIn */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'personUrn': string } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'state': "notAllowed" | "basicEdition" | "halfMissing" | "ready"; 'instance': { 'on': boolean; 'nextActor': "administrator" | "recruiterAdmin" | "linkedin" | null; 'since': string | null; 'administrators': (string)[] }; 'user': "connected" | "notConnected" | "expired"; 'link': { 'personUrn': string; 'linkedBy': "export" | "profile_url" | "email" | "linkedin" | "hand"; 'linkedAt': string; 'linkedByName': string | null } | null; 'unlinkedPeople': number; 'profileUrl': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/user-connection': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Read your connection with LinkedIn */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'allowed': boolean; 'instanceLevel': "off" | "company" | "contract"; 'connected': boolean; 'personUrn': string | null; 'seat': "found" | "missing" | "unknown" | null; 'connectedAt': string | null; 'expired': boolean } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    /** Disconnect your LinkedIn account */
    delete: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/user-connection/reading': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Ask LinkedIn whether your connection still holds */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'allowed': boolean; 'instanceLevel': "off" | "company" | "contract"; 'connected': boolean; 'personUrn': string | null; 'seat': "found" | "missing" | "unknown" | null; 'connectedAt': string | null; 'expired': boolean } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/user-connection/sign-in': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Begin to connect your LinkedIn account */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'authorizeUrl': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/connected-users': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List who works with LinkedIn here, each with connection and seat */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'level': "off" | "company" | "contract"; 'users': ({ 'userId': string; 'name': string; 'roles': ("administrator" | "recruiter" | "hiring_manager" | "read_only")[]; 'connection': "connected" | "expired" | "none"; 'connectedAt': string | null; 'seat': "found" | "missing" | "unknown"; 'canRemind': boolean; 'remindedAt': string | null })[]; 'unclaimedSeats': ({ 'seatUrn': string; 'name': string })[]; 'seatsReadAt': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/connected-users/{id}/reminders': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Remind somebody to connect LinkedIn */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/health': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Read how the traffic with LinkedIn goes */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'streams': ({ 'stream': "state" | "jobs" | "accessLists" | "candidates" | "applications" | "exports" | "seats"; 'lastSuccessAt': string | null })[]; 'waiting': number; 'pausedUntil': string | null; 'calls': ({ 'endpoint': string; 'used': number; 'allowed': number })[]; 'refusedCount': number; 'refused': ({ 'key': string; 'resource': "job" | "acl" | "acl_assignee" | "candidate" | "candidate_notes" | "application" | "application_notes" | "stages"; 'jobId': string | null; 'title': string | null; 'candidateId': string | null; 'candidateName': string | null; 'reason': { 'cause': "descriptionTooShort" | "descriptionTooLong" | "fieldNotFit" | "noAddress" | "gateClosed" | "refused" | "failedThere" | "unanswered" | "unfinished" | "forgotten" | "otherOperation" | "noPermission" | "parentMissing" | "parentNotThere" | "clockAhead" | "remark" | "paused"; 'words': string | null; 'field': "title" | "description" | "location" | null; 'count': number | null } | null; 'at': string })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/replays': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Send again what LinkedIn has refused */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'resource': "job" | "acl" | "acl_assignee" | "candidate" | "candidate_notes" | "application" | "application_notes" | "stages"; 'key': string } | { 'all': true } } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'count': number } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/linkedin/sync-status': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Read how far LinkedIn is up to date */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'level': "off" | "company" | "contract"; 'lastSuccessAt': string | null; 'queued': number; 'refused': number; 'heldUp': { 'since': string; 'nextTryAt': string } | null; 'problems': ({ 'jobId': string; 'reference': string; 'title': string; 'state': "waiting" | "refused"; 'isOlder': boolean })[]; 'refusedCandidates': ({ 'candidateId': string; 'name': string; 'words': string | null })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/export-receipts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List what became of exports from LinkedIn Recruiter, newest first */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string; 'jobId'?: string; 'since'?: "visit"; 'open'?: "true"; 'outcome'?: "good" | "bad" }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'outcome': "arrived" | "joined" | "refused" | "failed"; 'cause': "jobUnknown" | "jobNotActive" | "jobClosed" | "prospectOff" | "exporterUnknown" | "exporterNotOnTeam" | "exporterExcludedFromProspects" | "alreadyOnJob" | "personErased" | "requestExpired" | "linkedinRefused" | "linkedinUnreachable" | "unreadable" | "notFetched" | "notStored" | null; 'personName': string | null; 'headline': string | null; 'jobReference': string | null; 'jobId': string | null; 'jobTitle': string | null; 'candidateId': string | null; 'applicationId': string | null; 'exporter': { 'id': string; 'name': string } | null; 'exportedAt': string | null; 'receivedAt': string; 'settledAt': string })[]; 'hasNext': boolean; 'next': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/export-receipts/{id}/dismissal': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Close a receipt for yourself */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/jobs/{id}/linkedin': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Read who can export to a job, name by name */
    get: {
      parameters: { query?: never; header?: never; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'level': "off" | "company" | "contract"; 'visible': boolean; 'whyNot': "off" | "notActive" | "closed" | "prospectOff" | "waiting" | "refused" | null; 'delivery': { 'state': "accepted" | "waiting" | "refused"; 'isOlder': boolean; 'reason': { 'cause': "descriptionTooShort" | "descriptionTooLong" | "fieldNotFit" | "noAddress" | "gateClosed" | "refused" | "failedThere" | "unanswered" | "unfinished" | "forgotten" | "otherOperation" | "noPermission" | "parentMissing" | "parentNotThere" | "clockAhead" | "remark" | "paused"; 'words': string | null; 'field': "title" | "description" | "location" | null; 'count': number | null } | null; 'nextTryAt': string | null } | null; 'lastSyncAt': string | null; 'people': ({ 'userId': string; 'name': string; 'canExport': boolean; 'why': "notConnected" | "connectionExpired" | "noSeat" | "excludedFromProspects" | "roleMayNot" | "userInactive" | "accessWaiting" | "accessRefused" | null; 'canRemind': boolean; 'remindedAt': string | null })[] } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/jobs/{id}/linkedin/reminders': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Remind a colleague to connect LinkedIn */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'userId': string } } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/match-desk': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** Count the pairs in doubt and the merges that can be undone */
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'open': number; 'dismissed': number; 'merged': number } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/match-desk/doubts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List pairs of candidates who may be one person, newest first */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string; 'state'?: "open" | "dismissed" }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'state': "open" | "dismissed"; 'raisedAt': string; 'evidence': ({ 'kind': "member" | "profileUrl" | "email" | "otherName"; 'what': string })[]; 'people': ({ 'firstName': string; 'lastName': string; 'headline': string | null; 'currentTitle': string | null; 'currentCompany': string | null; 'location': string | null; 'profileUrl': string | null; 'skills': (string)[]; 'emails': (string)[]; 'phones': (string)[]; 'id': string; 'createdAt': string; 'link': { 'linkedBy': "export" | "profile_url" | "email" | "hand" | "linkedin"; 'linkedAt': string } | null; 'applications': ({ 'id': string; 'jobId': string; 'jobTitle': string; 'stageName': string })[] })[] })[]; 'hasNext': boolean; 'next': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/match-desk/doubts/{oneId}/{otherId}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Say that two candidates are two people, or take that back */
    patch: {
      parameters: { query?: never; header?: never; path: { 'oneId': string; 'otherId': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'state': "open" | "dismissed" } } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    trace?: never
  }
  '/api/v1/match-desk/merges': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List merges that can be undone, newest first */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string; 'candidateId'?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': ({ 'id': string; 'keptId': string; 'keptName': string; 'absorbedId': string; 'absorbedName': string; 'mergedAt': string; 'mergedBy': string | null; 'isLatest': boolean })[]; 'hasNext': boolean; 'next': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    /** Merge two candidates who are one person */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': { 'keptId': string; 'absorbedId': string; 'choices'?: { 'firstName'?: "kept" | "absorbed"; 'lastName'?: "kept" | "absorbed"; 'headline'?: "kept" | "absorbed"; 'currentTitle'?: "kept" | "absorbed"; 'currentCompany'?: "kept" | "absorbed"; 'location'?: "kept" | "absorbed"; 'profileUrl'?: "kept" | "absorbed" }; 'member'?: "kept" | "absorbed" } } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'id': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/match-desk/merges/{id}/undoings': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Undo a merge */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': { 'keptId': string; 'absorbedId': string } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/candidates/{id}/erasure': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    /** Erase a candidate for good */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { 'id': string }; cookie?: never }
      requestBody: { content: { 'application/json': { 'reason': "request" | "retention" | "mistake"; 'name': string } } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/erasures': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    /** List what was erased, newest first */
    get: {
      parameters: { query?: { 'limit'?: number; 'next'?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': { 'data': (components['schemas']['Erasure'])[]; 'hasNext': boolean; 'next': string | null } } }
        default: { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export interface components {
  schemas: {
    Problem: { 'type': string; 'title': string; 'status': number; 'detail': string; 'code': string; 'params': Record<string, string | number>; 'errors': ({ 'field': string; 'message': string; 'code': string })[]; 'requestId': string }
    Session: { 'user': { 'id': string; 'firstName': string; 'lastName': string; 'email': string; 'roles': ("administrator" | "recruiter" | "hiring_manager" | "read_only")[]; 'language': "en" | "nl"; 'theme': "system" | "light" | "dark" }; 'instance': { 'id': string; 'name': string; 'instanceName': string; 'edition': "comprehensive" | "basic"; 'jobPrefix': string; 'timeZone': string }; 'instances': ({ 'id': string; 'name': string; 'instanceName': string })[]; 'vouched': boolean; 'demo': boolean }
    ApiToken: { 'id': string; 'name': string; 'prefix': string; 'role': "administrator" | "recruiter" | "hiring_manager" | "read_only"; 'scopes': (string)[]; 'state': "active" | "expired" | "revoked" | "stopped"; 'owner': { 'id': string; 'name': string }; 'createdAt': string; 'expiresAt': string | null; 'lastUsedAt': string | null }
    TalentPool: { 'id': string; 'kind': "linkedin" | "plain"; 'name': string; 'owner': { 'id': string; 'name': string } | null; 'memberCount': number; 'createdAt': string; 'updatedAt': string; 'permissions': { 'edit': boolean; 'editMembers': boolean } }
    Note: { 'id': string; 'application': { 'id': string; 'jobTitle': string } | null; 'author': { 'id': string; 'name': string }; 'visibility': "shared" | "private"; 'body': components['schemas']['NoteBody']; 'createdAt': string; 'editedAt': string | null; 'withdrawnAt': string | null; 'version': number; 'permissions': { 'edit': boolean; 'withdraw': boolean } }
    NoteBody: { 'type': "doc"; 'content': ({ 'type': "paragraph"; 'content'?: ({ 'type': "text"; 'text': string; 'marks'?: ({ 'type': "bold" } | { 'type': "italic" } | { 'type': "link"; 'attrs': { 'href': string } })[] } | { 'type': "hardBreak" } | { 'type': "mention"; 'attrs': { 'id': string; 'label': string } })[] } | { 'type': "bulletList" | "orderedList"; 'content': ({ 'type': "listItem"; 'content': ({ 'type': "paragraph"; 'content'?: ({ 'type': "text"; 'text': string; 'marks'?: ({ 'type': "bold" } | { 'type': "italic" } | { 'type': "link"; 'attrs': { 'href': string } })[] } | { 'type': "hardBreak" } | { 'type': "mention"; 'attrs': { 'id': string; 'label': string } })[] } | { 'type': "bulletList" | "orderedList"; 'content': ({ 'type': "listItem"; 'content': ({ 'type': "paragraph"; 'content'?: ({ 'type': "text"; 'text': string; 'marks'?: ({ 'type': "bold" } | { 'type': "italic" } | { 'type': "link"; 'attrs': { 'href': string } })[] } | { 'type': "hardBreak" } | { 'type': "mention"; 'attrs': { 'id': string; 'label': string } })[] } | { 'type': "bulletList" | "orderedList"; 'content': ({ 'type': "listItem"; 'content': ({ 'type': "paragraph"; 'content'?: ({ 'type': "text"; 'text': string; 'marks'?: ({ 'type': "bold" } | { 'type': "italic" } | { 'type': "link"; 'attrs': { 'href': string } })[] } | { 'type': "hardBreak" } | { 'type': "mention"; 'attrs': { 'id': string; 'label': string } })[] })[] })[] })[] })[] })[] })[] })[] } | null
    Change: { 'id': string; 'at': string; 'kind': string; 'subject': { 'kind': "job" | "candidate" | "application" | "talentPool" | "user"; 'id': string }; 'jobId': string | null; 'isGone': boolean }
    Erasure: { 'id': string; 'candidateId': string; 'reason': "request" | "retention" | "mistake"; 'erasedAt': string; 'erasedBy': { 'id': string; 'name': string } | null }
  }
}
