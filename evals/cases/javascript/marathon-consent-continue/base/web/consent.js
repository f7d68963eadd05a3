import { api } from './api.js';

const form = document.getElementById('consent');
const button = form.querySelector('button[type=submit]');
const problem = document.getElementById('problem');

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
    window.location.assign('/race/start');
  } catch (err) {
    problem.textContent = err.message;
    problem.hidden = false;
    button.disabled = false;
  }
}

form.addEventListener('submit', submit);
