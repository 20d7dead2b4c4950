export const pageStyle = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem 1.5rem 4rem; color: light-dark(#1b1f24, #e6e8ea); background: light-dark(#fff, #16181b); }
a { color: light-dark(#3b43a8, #aab4ff); }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 0.25rem 0; }
h2 { border-bottom: 1px solid light-dark(#d0d4d9, #3a3f45); margin-top: 2.5rem; }
h3 { font-size: 1rem; margin: 1rem 0 0.25rem; }
details { border: 1px solid light-dark(#d0d4d9, #3a3f45); border-radius: 6px; margin: 0.5rem 0; padding: 0 1rem; }
details[open] { padding-bottom: 1rem; }
summary { cursor: pointer; padding: 0.6rem 0; overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 4.5rem; font: 600 0.85rem ui-monospace, monospace; }
code, pre { font: 0.9rem/1.45 ui-monospace, monospace; }
pre { overflow-x: auto; margin: 0.25rem 0; padding: 0.75rem; border-radius: 6px; background: light-dark(#f3f4f6, #202327); }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; margin-top: 1rem; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid light-dark(#e3e6e9, #2c3035); }
:focus-visible { outline: 2px solid light-dark(#3b43a8, #aab4ff); outline-offset: 2px; }
`
