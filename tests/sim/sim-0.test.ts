import { simSuite } from './sim.suite.ts';

simSuite(0, 2);
