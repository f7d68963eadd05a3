const PREFIX = 'kiosk:'

export function remember (key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value)
  } catch {
    // private mode
  }
}

export const recall = (key: string): string | null => localStorage.getItem(PREFIX + key)
