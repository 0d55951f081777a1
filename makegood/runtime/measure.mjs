// Tells what the policy imports: the files that Python has read after an ordinary start and answers of all kinds.
//
//     node measure.mjs PYODIDE LIBRARY.zip EXERCISE.py OUT.json
//
// LIBRARY.zip holds the whole standard library and the policy. OUT.json gets {modules, transcript}.
import { readFileSync, writeFileSync } from "node:fs";
import { freezeTheWorld, pyodide } from "./python.mjs";

const [folder, library, exercise, out] = process.argv.slice(2);
freezeTheWorld();
const python = await pyodide(folder, library);
python.FS.writeFile("/exercise.py", readFileSync(exercise));
const found = python.runPython(`
import json, sys
sys.path.append("/")
import exercise
transcript = exercise.transcript()
json.dumps({"modules": exercise.modules(), "transcript": transcript})
`);
writeFileSync(out, found);
process.exit(0);
