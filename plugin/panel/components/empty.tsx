import { useState } from 'react';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { Icon } from './icon.tsx';

/** Before there is a photo: drop one, choose one, or begin on a sample scene. */
export function Empty({ dropping }: { dropping: boolean }) {
  const { controller } = usePanel();
  const opening = usePanelState((state) => state.opening);
  const samples = usePanelState((state) => state.about?.samples);
  return (
    <main className="empty">
      <div className={dropping ? 'empty-drop empty-dropping' : 'empty-drop'}>
        <Icon name="photo" />
        <h1 className="empty-title">{opening === null ? 'Drop a photo here' : `Opening ${opening}`}</h1>
        <p className="empty-words">
          Then say what should change, and choose between edits. JPEG, PNG, TIFF or WebP; it stays on this
          computer.
        </p>
        <button
          type="button"
          className="button button-main"
          disabled={opening !== null}
          onClick={() => void controller.chooseFile()}
        >
          Choose a photo
        </button>
      </div>
      {samples !== undefined && samples.length > 0 && (
        <div className="samples">
          <h2 className="samples-title">Or try it on a sample</h2>
          <div className="samples-row">
            {samples.map((sample) => (
              <Sample key={sample.name} name={sample.name} title={sample.title} disabled={opening !== null} />
            ))}
          </div>
        </div>
      )}
    </main>
  );
}

function Sample({ name, title, disabled }: { name: string; title: string; disabled: boolean }) {
  const { host, controller } = usePanel();
  const [broken, setBroken] = useState(false);
  return (
    <button
      type="button"
      className="sample"
      disabled={disabled}
      onClick={() => void controller.openSample(name)}
    >
      <span className="sample-frame">
        {!broken && (
          <img
            className="sample-picture"
            src={host.samplePicture(name)}
            alt=""
            onError={() => setBroken(true)}
          />
        )}
      </span>
      <span className="sample-title">{title}</span>
    </button>
  );
}
