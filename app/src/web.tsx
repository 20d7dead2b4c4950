import './ui/styles.ts'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api.ts'
import { router } from './screens.tsx'
import { Announcer } from './ui/announce.tsx'
import { startLanguages } from './ui/i18n/i18n.ts'
import { startShortcuts } from './ui/shortcuts.tsx'
import { cssVariables, theme } from './ui/theme.ts'
import { ToastRegion } from './ui/toast.tsx'

const colorScheme = localStorageColorSchemeManager({ key: 'lodestone.theme' })

// The page carries its nonce for the style elements that libraries make.
function getStyleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

async function start(): Promise<void> {
  await startLanguages()
  startShortcuts()
  const place = document.getElementById('root')
  if (!place) throw new Error('index.html has no element with the id root.')
  createRoot(place).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorScheme}
        defaultColorScheme="auto"
        getStyleNonce={getStyleNonce}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <ToastRegion />
          <Announcer />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}

start()
