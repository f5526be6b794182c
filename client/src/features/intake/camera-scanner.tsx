/**
 * Reads the QR of a citizen card with the device's camera, without a network: the decoder's WebAssembly is an asset of this build, never fetched
 * from elsewhere. Loaded only when the officer opens it.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { intake as texts } from '../../texts/vi/intake.ts';
import classes from './intake.module.css';

prepareZXingModule({ overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path) } });

interface CameraScannerProps {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

type CameraProblem = keyof typeof texts.camera.problems;
const frameEveryMs = 180;

/** A new try is a new view: camera and decoder start from nothing. */
export function CameraScanner({ onText, onClose }: CameraScannerProps) {
  const [attempt, setAttempt] = useState(0);
  return (
    <Modal opened onClose={onClose} title={texts.camera.title} size="lg">
      <CameraView key={attempt} onText={onText} onClose={onClose} onAgain={() => setAttempt((n) => n + 1)} />
    </Modal>
  );
}

function CameraView({ onText, onClose, onAgain }: CameraScannerProps & { readonly onAgain: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const done = useEffectEvent(onText);
  const [problem, setProblem] = useState<{ readonly kind: CameraProblem; readonly detail: string }>();
  const [torch, setTorch] = useState<{ readonly track: MediaStreamTrack; readonly on: boolean }>();

  useEffect(() => {
    let live = true;
    let stop = (): void => undefined;
    const fail = (kind: CameraProblem, detail = ''): void => setProblem({ kind, detail });
    const run = async (): Promise<void> => {
      const opened = await openCamera();
      if (!opened.ok) {
        if (live) fail(opened.problem);
        return;
      }
      stop = () => opened.stream.getTracks().forEach((track) => track.stop());
      if (!live || !video.current) return stop();
      const track = opened.stream.getVideoTracks()[0];
      if (track && 'torch' in track.getCapabilities()) setTorch({ track, on: false });
      video.current.srcObject = opened.stream;
      await video.current.play();
      const result = await watchFrames(video.current, () => live);
      if (!live) return;
      if (result.kind === 'text') done(result.text);
      else if (result.kind === 'decoder') fail('decoder', result.detail);
    };
    void run();
    return () => {
      live = false;
      stop();
    };
  }, []);

  const toggleTorch = async (): Promise<void> => {
    if (!torch) return;
    // `torch` is a camera constraint that the DOM types do not know yet.
    await torch.track.applyConstraints({ advanced: [{ torch: !torch.on } as MediaTrackConstraintSet] });
    setTorch({ ...torch, on: !torch.on });
  };

  return (
    <>
      {problem ? (
        <Alert color="yellow" title={texts.camera.problems[problem.kind].title} role="alert">
          <Text mb="sm">
            {texts.camera.problems[problem.kind].advice} {problem.detail ? <small>({problem.detail})</small> : null}
          </Text>
          <Button variant="default" onClick={onAgain}>
            {texts.camera.again}
          </Button>
        </Alert>
      ) : (
        <>
          <video ref={video} muted playsInline className={classes.video} aria-label={texts.camera.title} />
          <Text mt="xs">{texts.camera.hint}</Text>
        </>
      )}
      <Group mt="md" justify="space-between">
        <Button variant="default" size="md" onClick={onClose}>
          {texts.camera.close}
        </Button>
        {torch && !problem ? (
          <Button variant="light" size="md" onClick={() => void toggleTorch()}>
            {torch.on ? texts.camera.torchOff : texts.camera.torchOn}
          </Button>
        ) : null}
      </Group>
    </>
  );
}

type Opened = { readonly ok: true; readonly stream: MediaStream } | { readonly ok: false; readonly problem: CameraProblem };

async function openCamera(): Promise<Opened> {
  if (!window.isSecureContext) return { ok: false, problem: 'insecure' };
  if (!navigator.mediaDevices) return { ok: false, problem: 'none' };
  try {
    const video = { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } };
    return { ok: true, stream: await navigator.mediaDevices.getUserMedia({ video, audio: false }) };
  } catch (error) {
    return { ok: false, problem: cameraProblem(error) };
  }
}

/** Names of the failures as the Media Capture specification gives them. */
function cameraProblem(error: unknown): CameraProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return 'busy';
}

type Watched =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'decoder'; readonly detail: string }
  | { readonly kind: 'stopped' };

/** Looks at a frame every so often until it holds a QR. A decoder that cannot even start is reported, not retried in silence. */
async function watchFrames(video: HTMLVideoElement, isLive: () => boolean): Promise<Watched> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return { kind: 'decoder', detail: 'canvas' };
  while (isLive()) {
    await new Promise((resolve) => setTimeout(resolve, frameEveryMs));
    if (!isLive() || video.videoWidth === 0) continue;
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    context.drawImage(video, 0, 0);
    try {
      const [found] = await readBarcodes(context.getImageData(0, 0, canvas.width, canvas.height), {
        formats: ['QRCode'],
        tryHarder: true,
        maxNumberOfSymbols: 1,
        textMode: 'Plain',
      });
      if (found?.isValid && found.text) return { kind: 'text', text: found.text };
    } catch (error) {
      return { kind: 'decoder', detail: String(error) };
    }
  }
  return { kind: 'stopped' };
}
