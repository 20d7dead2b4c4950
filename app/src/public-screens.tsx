import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { NotFoundPage } from './ui/NotFoundPage.tsx'
import { pick } from './ui/search-params.ts'

export const root = createRootRoute({ notFoundComponent: NotFoundPage })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: pick('to', 'company'),
  component: lazyRouteComponent(() => import('./platform/auth/SignInPage.tsx'), 'SignInPage'),
})

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./platform/auth/ForgotPasswordPage.tsx'), 'ForgotPasswordPage'),
})

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./platform/auth/ResetPasswordPage.tsx'), 'ResetPasswordPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./hiring/users/InvitationPage.tsx'), 'InvitationPage'),
})

const demoMail = createRoute({
  getParentRoute: () => root,
  path: '/demo/mail',
  component: lazyRouteComponent(() => import('./platform/mail/DemoMailPage.tsx'), 'DemoMailPage'),
})

/** What is seen without a session. */
export const publicScreens = [signIn, forgotPassword, resetPassword, invitation, demoMail] as const
