import * as vscode from 'vscode';
import type { Issue } from './tracker-client';

export function showIssue(issue: Issue): void {
  const panel = vscode.window.createWebviewPanel('trackerIssue', issue.key, vscode.ViewColumn.Beside, {
    enableScripts: true,
  });
  panel.webview.html = render(issue);
}

function render(issue: Issue): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <style>article { white-space: pre-wrap; }</style>
</head>
<body>
  <h1>${issue.title}</h1>
  <p>Reported by ${issue.reporter}</p>
  <article>${issue.description}</article>
</body>
</html>`;
}
