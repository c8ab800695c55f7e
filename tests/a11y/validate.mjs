// html-validate over a whole folder: node validate.mjs FOLDER. Writes a JSON list of [file, rule, place, message].
// The program that comes with it reads its settings anew in every folder, and each of our pages has its own.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

class ReadOnce extends StaticConfigLoader {
  getConfigFor(...about) {
    return (this.settings ??= super.getConfigFor(...about));
  }
}

const settings = JSON.parse(readFileSync(new URL("htmlvalidate.json", import.meta.url), "utf-8"));
const checker = new HtmlValidate(new ReadOnce(settings));
const [folder] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
const found = files.sort().flatMap((name) =>
  checker
    .validateFileSync(join(folder, name))
    .results.flatMap(({ messages }) => messages.map((one) => [name, one.ruleId, one.selector ?? `line ${one.line}`, one.message])),
);
process.stdout.write(JSON.stringify(found));
