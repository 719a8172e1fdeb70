"""The JSON Schemas accept what the program accepts: all fixtures that build, read as an editor reads them (YAML 1.2: dates are texts). The schema of
the resolved document accepts what `--to json` writes of them.

Usage: schema.py PROGRAM FIXTURES      Exit code: 0 if all fit, 1 otherwise.
"""

import json
import re
import sys
import tempfile
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

import tool


class Loader(yaml.SafeLoader):
    """YAML 1.2's core: no dates, and only `true` and `false` are booleans."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def schema_of(path, content):
    folders = {"meetings": "meeting", "calls": "call", "texts": "text"}
    if path.parent.name in folders:
        return folders[path.parent.name]
    return content.get("kind", "dossier")


def resolved_documents(program, fixtures):
    """What `--to json` writes of each fixture, as pairs of a name and a document."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = [*fixtures.glob("dossiers/*"), *fixtures.glob("documents/*.yaml"), *fixtures.glob("features/*.yaml")]
        for at, path in enumerate(sorted(inputs)):
            tool.run(program, "build", path, "--to", "json", "-o", f"{folder}/{at}", "-q")
        for path in sorted(Path(folder).glob("*/*.json")):
            yield path.name, json.loads(path.read_text(encoding="utf-8"))


def main(program, fixtures):
    print_schema = lambda name: json.loads(tool.run(program, "schema", name))
    validators, good, count = {}, True, 0
    files = [*fixtures.glob("dossiers/**/*.yaml"), *fixtures.glob("documents/*.yaml"), *fixtures.glob("features/*.yaml")]
    for path in sorted(files):
        content = yaml.load(path.read_text(encoding="utf-8"), Loader)
        name = schema_of(path, content)
        if name not in validators:
            schema = print_schema(name)
            Draft202012Validator.check_schema(schema)
            validators[name] = Draft202012Validator(schema)
        count += 1
        for error in validators[name].iter_errors(content):
            good = False
            print(f"FAIL schema {path}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
    schema = print_schema("resolved")
    Draft202012Validator.check_schema(schema)
    validators["resolved"] = Draft202012Validator(schema)
    for name, document in resolved_documents(program, fixtures):
        count += 1
        for error in validators["resolved"].iter_errors(document):
            good = False
            print(f"FAIL schema {name}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
    # it has to be able to fail
    refused = not validators["meeting"].is_valid({"number": "first", "dates": "2022-01-19"})
    refused = refused and not validators["resolved"].is_valid({"version": "first"})
    print("pass" if good and refused and count else "FAIL", f"schema: {count} files, {len(validators)} schemas")
    return 0 if good and refused and count else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1], Path(sys.argv[2])))
    except tool.Failed as error:
        sys.exit(f"FAIL schema: {error}")
