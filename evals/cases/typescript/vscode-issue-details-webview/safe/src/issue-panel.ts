import * as vscode from 'vscode';
import type { Issue } from './tracker-client';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value: string): string => value.replace(/[&<>"']/g, (c) => ENTITIES[c]);

export function showIssue(issue: Issue): void {
  const panel = vscode.window.createWebviewPanel('trackerIssue', issue.key, vscode.ViewColumn.Beside, {
    enableScripts: false,
  });
  panel.webview.html = render(issue);
}

function render(issue: Issue): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
  <style>article { white-space: pre-wrap; }</style>
</head>
<body>
  <h1>${text(issue.title)}</h1>
  <p>Reported by ${text(issue.reporter)}</p>
  <article>${text(issue.description)}</article>
</body>
</html>`;
}
