import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const lode: MantineColorsTuple = [
  '#f2f3fe',
  '#e5e7fd',
  '#c9cdf8',
  '#a7aefb',
  '#8b93f2',
  '#757dea',
  '#5f67de',
  '#5158cf',
  '#464cbd',
  '#383d99',
]
const gray: MantineColorsTuple = [
  '#f8f8fa',
  '#f1f1f4',
  '#e8e8ed',
  '#e7e7ec',
  '#d3d4db',
  '#8f929d',
  '#696c78',
  '#4f525d',
  '#33353d',
  '#17181d',
]
const dark: MantineColorsTuple = [
  '#ecedf0',
  '#b1b4bd',
  '#8d909b',
  '#6c6f7a',
  '#383a43',
  '#2b2d34',
  '#1b1c20',
  '#151619',
  '#111215',
  '#0f1012',
]

const fontFamily = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif"

// 40 px where a thumb must hit: see `.pair` in page.module.css.
const control = { size: 'xs' }

export const theme = createTheme({
  primaryColor: 'lode',
  primaryShade: { light: 8, dark: 6 },
  defaultRadius: 'sm',
  colors: { lode, gray, dark },
  black: '#17181d',
  fontFamily,
  headings: { fontFamily, fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '12px' },
  breakpoints: { xs: '24.375em', sm: '48em', md: '64em', lg: '75em', xl: '90em' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: {
      defaultProps: control,
      vars: () => ({ root: { '--button-height': '32px', '--button-fz': '13px', '--button-padding-x': '12px' } }),
      styles: { root: { fontWeight: 500 } },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
    Input: { defaultProps: control },
    TextInput: { defaultProps: control },
    PasswordInput: { defaultProps: control },
    Textarea: { defaultProps: control },
    NumberInput: { defaultProps: control },
    Select: { defaultProps: { ...control, checkIconPosition: 'right' } },
    Checkbox: { defaultProps: control },
    Switch: { defaultProps: control },
    Menu: { defaultProps: { shadow: 'none', transitionProps: { duration: 0 }, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { shadow: 'none', transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
    // A header of its own would be a second banner of the page.
    ModalHeader: { defaultProps: { component: 'div' } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 0 },
        radius: 'md',
        padding: 20,
        overlayProps: { backgroundOpacity: 0.4 },
      },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
  },
})

/** Mantine's own colour names, answered by our tokens: one set of colours for both. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: tokens,
  dark: tokens,
})

const tokens = {
  '--mantine-color-body': 'var(--ls-page)',
  '--mantine-color-text': 'var(--ls-text-1)',
  '--mantine-color-dimmed': 'var(--ls-text-2)',
  '--mantine-color-placeholder': 'var(--ls-text-3)',
  '--mantine-color-anchor': 'var(--ls-accent-text)',
  '--mantine-color-error': 'var(--ls-bad)',
  '--mantine-color-default': 'var(--ls-card)',
  '--mantine-color-default-hover': 'var(--ls-fill)',
  '--mantine-color-default-color': 'var(--ls-text-1)',
  '--mantine-color-default-border': 'var(--ls-edge)',
  '--mantine-color-disabled': 'var(--ls-fill)',
  '--mantine-color-disabled-color': 'var(--ls-text-2)',
  '--mantine-color-disabled-border': 'var(--ls-edge)',
  '--mantine-primary-color-filled': 'var(--ls-accent)',
  '--mantine-primary-color-filled-hover': 'var(--ls-accent-hover)',
}
