import mermaid from 'mermaid';

let ready = false;

export function setUpDiagrams(): typeof mermaid {
  if (!ready) {
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      theme: 'neutral',
    });
    ready = true;
  }
  return mermaid;
}
