import { Progress } from './progress.tsx';

/** The place of a picture to come; the first says what is being done and for how long. */
export function SkeletonTile({ first }: { first: boolean }) {
  return (
    <div className="tile tile-skeleton" aria-hidden={!first}>
      <span className="tile-frame">
        <span className="tile-blank" />
      </span>
      <span className="tile-foot">{first && <Progress />}</span>
    </div>
  );
}
