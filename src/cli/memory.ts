import { setFlagsFromString } from 'node:v8'

/**
 * For a command that writes something large and ends, before it does anything else: what was just made goes on being cleared away when there is a megabyte of it, not
 * sixteen, as while the program was loaded (`loadWaiting`). A report of 200,000 cells takes a third longer so, and 30 MB less.
 */
export const keepLittle = (): void => setFlagsFromString('--semi-space-growth-factor=1')
