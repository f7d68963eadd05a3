import * as vscode from 'vscode';
import { showIssue } from './issue-panel';
import { TrackerClient } from './tracker-client';

export function activate(context: vscode.ExtensionContext): void {
  const client = new TrackerClient(() => context.secrets.get('tracker.token'));

  context.subscriptions.push(
    vscode.commands.registerCommand('tracker.openIssue', async () => {
      const key = await vscode.window.showInputBox({ prompt: 'Issue key', placeHolder: 'OPS-1234' });
      if (!key || !/^[A-Z]{2,8}-\d{1,7}$/.test(key)) return;
      const issue = await client.issue(key);
      showIssue(issue);
    }),
  );
}
