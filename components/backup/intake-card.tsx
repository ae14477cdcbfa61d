import type { ComponentChild, ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ChangePreview } from '#lib/messages/backup-protocol.ts';
import { ChangeWords, isNothing } from './change-words.tsx';
import type { Intake } from './use-intake.ts';

/** What stands between choosing a file and its end: the difference with its question, the result with its way back. */
export function IntakeCard<Options, Preview extends ChangePreview>(props: {
  id: string;
  intake: Intake<Options, Preview>;
  /** What the button does, in words. */
  confirm: string;
  /** What else can be chosen, or is to be known, before it is done. */
  children?: ComponentChildren;
}): ComponentChild {
  const { id, intake, confirm, children } = props;
  const { state } = intake;
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever reads the screen by ear is led to each new step.
  useEffect(() => {
    if (state.step !== 'none' && state.step !== 'busy') title.current?.focus();
  }, [state.step]);
  if (state.step === 'none') return null;
  return (
    <div
      id={id}
      class="bl-card bl-question"
      role="group"
      aria-labelledby={`${id}-title`}
      aria-busy={state.step === 'busy'}
    >
      <h4 id={`${id}-title`} class="mono" tabIndex={-1} ref={title}>
        {state.name}
      </h4>
      <Step intake={intake} confirm={confirm}>
        {children}
      </Step>
    </div>
  );
}

function Step<Options, Preview extends ChangePreview>(props: {
  intake: Intake<Options, Preview>;
  confirm: string;
  children: ComponentChildren;
}): ComponentChild {
  const { intake, confirm, children } = props;
  const { state } = intake;
  const leave = (label: string): ComponentChild => (
    <button type="button" class="bl-button leave" onClick={() => intake.leave()}>
      {label}
    </button>
  );
  switch (state.step) {
    case 'none':
      return null;
    case 'busy':
      return <p role="status">Working on it…</p>;
    case 'refused':
      return (
        <>
          <p class="bl-problem refused" role="alert">
            {state.why}
          </p>
          <div class="bl-answers">{leave('Close')}</div>
        </>
      );
    case 'locked':
      return (
        <>
          {state.why === null ? null : (
            <p class="bl-problem" role="alert">
              {state.why}
            </p>
          )}
          {children}
        </>
      );
    case 'shown':
      return (
        <>
          {children}
          <ChangeWords {...state.preview} />
          <div class="bl-answers">
            {isNothing(state.preview.difference) ? (
              leave('Nothing to change: close')
            ) : (
              <>
                <button type="button" class="bl-button primary confirm" onClick={() => void intake.confirm()}>
                  {confirm}
                </button>
                {leave('Leave everything as it is')}
              </>
            )}
          </div>
        </>
      );
    case 'done':
      return (
        <>
          <p class="done">
            <b>Done.</b>
          </p>
          <ChangeWords {...state.result} />
          <div class="bl-answers">
            {state.result.undo === null ? null : (
              <button type="button" class="bl-button undo" onClick={() => void intake.undo()}>
                Undo
              </button>
            )}
            {leave('Close')}
          </div>
        </>
      );
    case 'undone':
      return (
        <>
          <p class="undone">Everything is as it was before.</p>
          <div class="bl-answers">{leave('Close')}</div>
        </>
      );
  }
}
