import { compile, resolveInternalTypes, type Compile } from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import type { Engine } from './expressions.ts';

const KEEPING_TYPES = { resolveInternalTypes: false };

/** fhirpath.js, each expression parsed once. Loaded only for worksheets that have expressions. */
export function fhirPath(): Engine {
  const compiled = new Map<string, Compile<typeof KEEPING_TYPES>>();
  return {
    evaluate(expression, focus, variables) {
      const base = 'resourceType' in focus ? '' : 'QuestionnaireResponse.item';
      const name = `${base} ${expression}`;
      let run = compiled.get(name);
      if (!run) {
        run = compile(base ? { base, expression } : expression, r4, KEEPING_TYPES);
        compiled.set(name, run);
      }
      return run(focus, variables) as unknown[];
    },
    plain: (results) => resolveInternalTypes([...results]) as unknown[],
  };
}
