#!/usr/bin/env python3
"""Whether docs/deploy.md names what is there. Usage: guide.py

Outputs that its commands read, settings in its table, modules it applies first, secrets, services, queues, files and
pages. Prints one line for each that is missing and exits with 1 if there is any. Needs neither Terraform nor account.
"""
import json
import pathlib
import re
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
TERRAFORM = REPOSITORY / "deploy/terraform"


def declared(kind, *folders):
    text = "\n".join(path.read_text() for folder in folders for path in sorted((TERRAFORM / folder).glob("*.tf")))
    return set(re.findall(rf'^{kind} "([^"]+)"', text, re.MULTILINE))


def commands(text):
    return [line.strip() for line in text.splitlines() if line.startswith("    ")]


def missing(text):
    outputs = declared("output", "modules/catalogue")
    lines = "\n".join(commands(text))
    for name in re.findall(r"output -json catalogue \| jq -r '?\.([a-z_]+)", lines):
        if name not in outputs:
            yield f"the output {name}"
    for module in re.findall(r"-target=module\.catalogue\.module\.([a-z0-9_]+)", lines):
        if module not in declared("module", "modules/catalogue"):
            yield f"the module {module}"
    settings = {environment: declared("variable", f"envs/{environment}") for environment in ("dev", "prod")}
    for row in re.findall(r"^\| (`.+?) \| .+ \|$", text, re.MULTILINE):
        for name in re.findall(r"`([a-z0-9_]+)`", row):
            for environment in ("prod",) if "(prod)" in row else ("dev", "prod"):
                if name not in settings[environment]:
                    yield f"the setting {name} in {environment}"
    for name in re.findall(r"`([a-z_]+) = ", text):
        if not any(name in known for known in settings.values()):
            yield f"the setting {name}"
    rights = (TERRAFORM / "modules/catalogue/rights.tf").read_text()
    for secret in re.findall(r"mokuroku/([a-z-]+-(?:key|token))\b", text):
        if f'"{secret}"' not in rights:
            yield f"the secret mokuroku/{secret}"
    queues = {queue["name"] for queue in json.loads((REPOSITORY / "common/src/main/resources/io/mokuroku/resources.json").read_text())["queues"]}
    for queue in re.findall(r'queue_urls\["([a-z-]+)"\]', lines):
        if queue not in queues:
            yield f"the queue {queue}"
    services = set(re.findall(r'^    "([a-z-]+)" = (?:\{|merge)', (TERRAFORM / "modules/catalogue/services.tf").read_text(), re.MULTILINE))
    for named in re.findall(r"--services ([a-z -]+)", lines):
        for service in named.split():
            if service not in services:
                yield f"the service {service}"
    for program in re.findall(r"machine_client_ids\.([a-z]+)", lines):
        for environment in settings:
            if not re.search(rf"machines\s+= \{{ {program} =", (TERRAFORM / f"envs/{environment}/main.tf").read_text()):
                yield f"the program {program} in {environment}"
    for file in re.findall(r"\b(deploy/[a-z./-]*[a-z])\b", text):
        if not (REPOSITORY / file).exists():
            yield f"the file {file}"
    for page in re.findall(r"\]\(([a-z/-]+\.md)(?:#[a-z-]+)?\)", text):
        if not (REPOSITORY / "docs" / page).exists():
            yield f"the page {page}"
    build = (REPOSITORY / "deploy/build-images").read_text()
    for option in re.findall(r"deploy/build-images.*", lines):
        for word in re.findall(r"--[a-z]+", option):
            if f"{word})" not in build:
                yield f"the option {word} of deploy/build-images"


def main():
    faults = sorted(set(missing((REPOSITORY / "docs/deploy.md").read_text())))
    for fault in faults:
        print(f"docs/deploy.md names {fault}, which is not there")
    print(f"guide: {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
