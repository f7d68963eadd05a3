import { spawn } from 'node:child_process';

type Opener = (folder: string) => void;

const detach = (command: string, args: string[], cwd?: string) =>
  spawn(command, args, { cwd, detached: true, stdio: 'ignore' }).unref();

const openers: Partial<Record<NodeJS.Platform, Opener>> = {
  darwin: (folder) => detach('open', ['-a', 'Terminal', folder]),
  linux: (folder) => {
    spawn('gnome-terminal', [`--working-directory=${folder}`], { stdio: 'ignore' }).once('error', () =>
      detach('xterm', [], folder),
    );
  },
  win32: (folder) => detach('powershell.exe', ['-NoExit'], folder),
};

export function openTerminal(folder: string): boolean {
  const open = openers[process.platform];
  if (!open) {
    return false;
  }
  open(folder);
  return true;
}
