import { currentTimer, startTimer, stopTimer } from './timer.js';
import { readToken } from './token-store.js';

const APP_ORIGIN = 'https://app.stundenzettel.example';

chrome.runtime.onInstalled.addListener(() => {
  chrome.alarms.create('tick', { periodInMinutes: 1 });
});

chrome.alarms.onAlarm.addListener(async ({ name }) => {
  if (name !== 'tick') return;
  const timer = await currentTimer();
  await chrome.action.setBadgeText({ text: timer ? `${timer.minutes}m` : '' });
});

// popup and options page
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (sender.id !== chrome.runtime.id) return false;
  if (message.type === 'timer:start') startTimer(message.projectId).then(sendResponse);
  if (message.type === 'timer:stop') stopTimer().then(sendResponse);
  return true;
});

// the web app asks for the running timer and takes over the session
const handlers = {
  session: async () => ({ token: await readToken() }),
  timer: async () => ({ timer: await currentTimer() }),
  start: async ({ projectId }) => ({ timer: await startTimer(projectId) }),
  version: () => ({ version: chrome.runtime.getManifest().version }),
};

chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => {
  const handler = Object.hasOwn(handlers, message?.type) ? handlers[message.type] : null;
  if (!handler || sender.origin !== APP_ORIGIN) return false;
  Promise.resolve(handler(message, sender)).then(
    (answer) => sendResponse({ ok: true, ...answer }),
    () => sendResponse({ ok: false }),
  );
  return true;
});
