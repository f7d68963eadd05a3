/* Web clipper: background page (manifest v2, Firefox and Chromium) */
const API = 'https://clips.notable.example/api/v1';

async function saveClip(clip) {
  const { session } = await new Promise((resolve) => chrome.storage.local.get('session', resolve));
  const res = await fetch(`${API}/clips`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Session': session },
    body: JSON.stringify(clip),
  });
  if (!res.ok) throw new Error(`clip failed: ${res.status}`);
  return res.json();
}

function activeTab() {
  return new Promise((resolve) => {
    chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => resolve(tab));
  });
}

function grabText(tab, selector) {
  return new Promise((resolve) => {
    chrome.tabs.executeScript(tab.id, {
      code: `(document.querySelector('${selector}') || document.body).innerText`,
    }, ([text]) => resolve(text));
  });
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (sender.id !== chrome.runtime.id) return false;

  if (message.type === 'clip') {
    // content scripts read the rule from the page's <meta name="clip-root">
    const selector = message.rule || 'article';
    activeTab()
      .then(async (tab) => saveClip({ url: tab.url, title: tab.title, text: await grabText(tab, selector) }))
      .then((saved) => sendResponse({ ok: true, id: saved.id }))
      .catch(() => sendResponse({ ok: false }));
    return true; // answer comes later
  }
  return false;
});
