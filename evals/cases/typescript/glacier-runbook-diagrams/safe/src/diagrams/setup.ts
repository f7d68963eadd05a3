import mermaid from 'mermaid';

let ready = false;

const BRAND = {
  primaryColor: '#dff3fb',
  primaryBorderColor: '#1f6f8b',
  lineColor: '#1f6f8b',
  fontFamily: 'Inter, sans-serif',
};

export function setUpDiagrams(): typeof mermaid {
  if (!ready) {
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      theme: 'base',
      themeVariables: BRAND,
      flowchart: { curve: 'basis' },
    });
    ready = true;
  }
  return mermaid;
}
