import { Component, type ReactNode } from 'react';
import { Press } from './press.tsx';

interface CrashGuardState {
  readonly message: string | null;
}

/** Stands in for the panel when drawing it fails, so that nobody looks at an empty window. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, CrashGuardState> {
  override readonly state: CrashGuardState = { message: null };

  static getDerivedStateFromError(error: unknown): CrashGuardState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <div className="empty" role="alert">
        <h1 className="empty-title">The panel cannot be drawn</h1>
        <p className="empty-words">{message}. Your files are untouched.</p>
        <Press className="button button-main" onPress={() => this.setState({ message: null })}>
          Draw it again
        </Press>
      </div>
    );
  }
}
