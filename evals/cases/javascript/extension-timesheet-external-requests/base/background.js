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
chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => {
  if (sender.origin !== APP_ORIGIN) return false;
  if (message.type === 'session') readToken().then((token) => sendResponse({ token }));
  if (message.type === 'timer') currentTimer().then((timer) => sendResponse({ timer }));
  return true;
});
