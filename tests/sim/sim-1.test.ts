import { simSuite } from './sim.suite.ts';

simSuite(1, 2);
