/** What `--help` prints. */
export const help = `Usage: production-gap COMMAND [OPTIONS]

Finds what stands between a working prototype and production in TypeScript and JavaScript backends.
Nothing is uploaded, and no code of the project is run.

Commands
  check [DIR...]   Judge one folder (the present one) or several, each as a project of its own.
  routes [DIR]     List the endpoints of a project with what protects them.
  rules            List all rules and checks.
  explain RULE     Print the page of a rule: what it looks for, why, and how to fix it.

Options of check
  --format FORMAT          text (default), json, sarif, markdown or github (annotations in GitHub Actions).
  --fail-on SEVERITY       Exit with 1 on open findings from error (default), warning or info on, or never.
  --all                    List every finding as text; otherwise more than 15 that say the same are one entry.
  --update-baseline        Record the open findings in .production-gap/baseline.json and print what changed.
  --config FILE            Use this configuration instead of .production-gap/config.json.
  --no-cache               Analyse every file anew, and keep nothing for the next run.
  --cache-dir FOLDER       Keep what is known of files there, and not in the cache folder of the system.
  --stdin                  Judge standard input as the content of a file of the project.
  --stdin-filename FILE    The file that standard input stands for.

Options of routes
  --format FORMAT          text (default), json, markdown or csv.
  --config, --no-cache and --cache-dir as above.

Options of rules
  --format FORMAT          text (default) or json.

General options
  --no-color               Write no colours. They are off anyway in files and pipes, and with NO_COLOR set.
  -h, --help               Print this help.
  -v, --version            Print the version.

Exit codes
  0  Nothing found from the --fail-on severity on.
  1  Something found.
  2  Wrong usage, or something could not be read; one line on standard error says what.
`;
