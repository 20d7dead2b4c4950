/** The lodestone's needle, in the colour of the text around it. */
export function Mark({ size = 18 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden>
      <path d="M12 1.5 20 12 12 22.5 4 12Z" strokeLinejoin="round" />
      <path d="M12 2 12 22" />
      <path d="M12 7 15.5 12 12 17Z" fill="currentColor" stroke="none" />
    </svg>
  )
}
