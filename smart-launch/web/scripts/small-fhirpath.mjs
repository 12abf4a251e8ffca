// Makes fhirpath.js small enough for a phone: of FHIR's model only what expressions of a worksheet can reach, and no
// library of units, which the subset's expressions do not convert.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const MODEL = /fhir-context[\\/]r4[\\/](path2Type|path2Repeating|choiceTypePaths|pathsDefinedElsewhere)\.json$/;
const REACHABLE = ['QuestionnaireResponse', 'Observation', 'Patient', 'Bundle', 'DomainResource', 'Resource'];

export const smallFhirPath = {
  name: 'small-fhirpath',
  setup(build) {
    const parents = require('fhirpath/fhir-context/r4').type2Parent;
    const isReachable = (path) => {
      const type = path.split('.')[0];
      return REACHABLE.includes(type) || !['DomainResource', 'Resource'].includes(parents[type]);
    };
    // The package's sources, not its bundle, from which nothing could be left out.
    build.onResolve({ filter: /^fhirpath$/ }, () => ({ path: require.resolve('fhirpath') }));
    build.onLoad({ filter: MODEL }, ({ path }) => {
      const all = JSON.parse(readFileSync(path, 'utf8'));
      const reachable = Array.isArray(all) ? all.filter(isReachable)
        : Object.fromEntries(Object.entries(all).filter(([name]) => isReachable(name)));
      return { contents: JSON.stringify(reachable), loader: 'json' };
    });
    build.onResolve({ filter: /ucum-lhc/ }, () => ({ path: 'units', namespace: 'left-out' }));
    build.onResolve({ filter: /^js-yaml$/ }, () => ({ path: 'yaml', namespace: 'left-out' }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: path === 'units'
        ? 'module.exports = { UcumLhcUtils: { getInstance: () => ({ convertUnitTo: () => ({ status: "failed" }) }) } };'
        : 'module.exports = {};',
      loader: 'js',
    }));
  },
};
