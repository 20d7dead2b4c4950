import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { UserActor } from '../actor.ts'
import type { App } from '../app.ts'
import { Refusal } from '../errors.ts'
import type { RouterEnv } from './router-env.ts'

const WINDOW_SECONDS = 60

/** So many requests a minute for each token and each user, counted in this process. 0 sets no limit. */
export function limitRate(app: App): MiddlewareHandler<RouterEnv> {
  const tokens = limiterOf(app.config.tokenRequestsPerMinute)
  const users = limiterOf(app.config.userRequestsPerMinute)
  return async (c, next) => {
    const actor = c.var.actor as UserActor | undefined // nobody yet, where nobody is signed in
    const limiter = actor?.token ? tokens : users
    if (!actor || !limiter) return next()
    const { isRefused, left, resetSeconds } = await count(limiter, actor.token?.id ?? actor.userId)
    c.header('ratelimit-policy', `${limiter.points};w=${WINDOW_SECONDS}`)
    c.header('ratelimit-limit', String(limiter.points))
    c.header('ratelimit-remaining', String(left))
    c.header('ratelimit-reset', String(resetSeconds))
    if (isRefused) throw tooMany(limiter.points, resetSeconds)
    await next()
  }
}

function limiterOf(points: number): RateLimiterMemory | undefined {
  return points > 0 ? new RateLimiterMemory({ points, duration: WINDOW_SECONDS }) : undefined
}

async function count(limiter: RateLimiterMemory, caller: string) {
  // Beyond the limit the library throws what it otherwise returns.
  const outcome = await limiter.consume(caller).catch((thrown: unknown) => thrown)
  if (!(outcome instanceof RateLimiterRes)) throw outcome
  return {
    isRefused: outcome.consumedPoints > limiter.points,
    left: outcome.remainingPoints,
    resetSeconds: Math.ceil(outcome.msBeforeNext / 1000),
  }
}

function tooMany(limit: number, retryAfterSeconds: number): Refusal {
  return new Refusal('tooMany', {
    code: 'rate.tooMany',
    message: `More than ${limit} requests came within a minute, so this one was not carried out. Send it again after the seconds that Retry-After names.`,
    params: { limit },
    retryAfterSeconds,
  })
}
