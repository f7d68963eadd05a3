import { useDeferredValue, useEffect, useRef, useState } from "react";

import { NotePreview } from "./NotePreview";

interface Properties {
  noteId: number;
  initial: string;
  onSave: (text: string) => Promise<void>;
}

export function NoteEditor({ noteId, initial, onSave }: Properties) {
  const [text, setText] = useState(initial);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState("");
  const saved = useRef(initial);
  const shown = useDeferredValue(text);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (saved.current !== text) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [text]);

  async function save() {
    setSaving(true);
    setProblem("");
    try {
      await onSave(text);
      saved.current = text;
    } catch {
      setProblem("The note could not be saved. Your text is still here.");
    } finally {
      setSaving(false);
    }
  }

  return (
    <div className="note-editor">
      <textarea aria-label={`Text of note ${noteId}`} value={text} onChange={(event) => setText(event.target.value)} />
      <NotePreview markdown={shown} />
      {problem && <p role="alert">{problem}</p>}
      <button onClick={save} disabled={saving}>
        {saving ? "Saving…" : "Save"}
      </button>
    </div>
  );
}
