import { api } from './api.js';

const form = document.getElementById('consent');
const button = form.querySelector('button[type=submit]');
const problem = document.getElementById('problem');

function nextPage() {
  const wanted = new URLSearchParams(window.location.search).get('continue');
  const url = new URL(wanted ?? '/race/start', window.location.origin);
  return url.origin === window.location.origin ? url.href : '/race/start';
}

function answers() {
  const data = new FormData(form);
  return {
    photos: data.has('photos'),
    medical: data.has('medical'),
    results: data.has('results'),
  };
}

async function submit(event) {
  event.preventDefault();
  button.disabled = true;
  problem.hidden = true;
  try {
    await api.put('/consents/me', answers());
    window.location.assign(nextPage());
  } catch (err) {
    problem.textContent = err.message;
    problem.hidden = false;
    button.disabled = false;
  }
}

form.addEventListener('submit', submit);
