/** Enrolment with the camera of the intake: composed here, because features do not know each other. The decoder is loaded only when it is opened. */
import { lazy } from 'react';
import { EnrolPage } from '../features/sign-in/enrol-page.tsx';

const CameraScanner = lazy(() => import('../features/intake/camera-scanner.tsx').then((m) => ({ default: m.CameraScanner })));

export function Enrol() {
  return <EnrolPage scanner={CameraScanner} />;
}
