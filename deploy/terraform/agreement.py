#!/usr/bin/env python3
"""Whether Terraform and the services still agree. Usage: agreement.py [--write] [OUTPUT...]

Compares settings in containers (from OUTPUT, what `terraform test -json -verbose` printed) with those the services
read, scopes in scopes.json with those that routes ask for, the version of Qdrant with the one that is tested, and
docs/operations/roles.md with rights.json; --write writes that page anew. Prints one line for each difference and exits with 1 if there is any.
"""
import json
import pathlib
import re
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
RIGHTS = REPOSITORY / "deploy/terraform/modules/access/rights.json"
ROLES = REPOSITORY / "docs/operations/roles.md"
COMMON = REPOSITORY / "common/src/main/resources/io/mokuroku"

# What Spring Boot reads.
FOREIGN = re.compile(r"^(SERVER_PORT$|SPRING_APPLICATION_NAME$|SPRING_DATA_REDIS_(HOST|PORT|CLUSTER_NODES|USERNAME|PASSWORD|SSL_ENABLED)$"
                     r"|SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_(ISSUER_URI|AUDIENCES)$)")
NOT_OURS = {"collector", "qdrant"}


def sources(module):
    return [path for folder in (module, "common") for path in sorted((REPOSITORY / folder / "src/main/java").rglob("*.java"))]


def flat(name):
    """Spring takes mokuroku.work-area and MOKUROKU_WORK_AREA for the same."""
    return re.sub(r"[._-]", "", name).upper()


def components(declaration):
    """Type and name of each component of a record, given what stands in its brackets."""
    bare = re.sub(r"@\w+(\s*\((?:[^()]|\([^()]*\))*\))?", "", declaration)
    bare = re.sub(r"<[^<>]*>", "", re.sub(r"<[^<>]*>", "", bare))
    return [tuple(part.split()[-2:]) for part in bare.split(",") if len(part.split()) >= 2]


def brackets(text, start):
    depth = 0
    for place in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return text[start + 1:place]
    return ""


def of_record(text, record, prefix):
    """The settings of a record and of those inside it; one that lies in another file stands for all it may have."""
    for type_, name in components(brackets(text, text.index("(", record.end()))):
        inner = re.search(rf"record {type_}\b", text)
        if inner:
            yield from of_record(text, inner, prefix + name.upper())
        else:
            yield prefix + name.upper() + ("*" if type_.endswith("Settings") else "")


def settings(module):
    """Settings a module reads, as Spring compares them: capitals alone."""
    read = set()
    for path in sources(module):
        text = path.read_text()
        for found in re.finditer(r'@ConfigurationProperties\("([a-z0-9.-]+)"\)', text):
            read.update(of_record(text, re.compile(r"record \w+").search(text, found.end()), flat(found[1])))
        for name in re.findall(r'getProperty\("(mokuroku[a-z0-9.-]+)"', text) + re.findall(r'\$\{(mokuroku[a-z0-9.-]+)[:}]', text) + re.findall(r'@ConditionalOnProperty\((?:name = )?"(mokuroku[a-z0-9.-]+)"', text):
            read.add(flat(name))
    return read


def reads(known, variable):
    return any(flat(variable).startswith(name[:-1]) if name.endswith("*") else flat(variable) == name for name in known)


def needed(module):
    """Settings whose defaults are right on one machine alone: names of buckets, and the role of schedules."""
    buckets = json.loads((COMMON / "resources.json").read_text())["buckets"]
    local = "|".join(buckets) + r"|arn:aws:iam::0+:role/mokuroku-scheduler"
    for path in sources(module):
        text = path.read_text()
        for found in re.finditer(r'@ConfigurationProperties\("([a-z0-9.-]+)"\)', text):
            for name in re.findall(rf'@DefaultValue\("(?:{local})"\)[^,)]*?([a-zA-Z]\w*)(?=[,)])', text[found.end():]):
                yield flat(found[1]), name.upper()


def told(container, prefix, name):
    return any(flat(setting["name"]).startswith(prefix) and flat(setting["name"]).endswith(name) for setting in container["environment"])


def containers(output):
    for line in pathlib.Path(output).read_text().splitlines():
        message = json.loads(line)
        if message.get("type") != "test_plan" or message["@testrun"] != "known":
            continue
        for change in message["test_plan"]["resource_changes"]:
            if change["type"] == "aws_ecs_task_definition" and change["change"]["after"].get("container_definitions"):
                yield from json.loads(change["change"]["after"]["container_definitions"])


def wrong_settings(outputs):
    for output in outputs:
        for container in containers(output):
            if container["name"] in NOT_OURS:
                continue
            module = container["image"].split("/")[-1].split(":")[0]
            module = {"search-indexer": "search-api"}.get(container["name"], container["name"]) if module == "any" else module
            known = settings(module)
            for prefix, name in needed(module):
                # only those who ask providers keep their answers
                if prefix != "MOKUROKUUPSTREAM" or told(container, prefix, "HOMEPAGE"):
                    if not told(container, prefix, name):
                        yield f"{container['name']} is not told {prefix}…{name}, whose default is right on one machine alone"
            for setting in container["environment"] + container["secrets"]:
                if not FOREIGN.match(setting["name"]) and not reads(known, setting["name"]):
                    yield f"{container['name']} is told {setting['name']}, which it does not read"


def versions():
    tested = re.search(r"<qdrant\.version>([^<]+)<", (REPOSITORY / "pom.xml").read_text())[1]
    runs = re.search(r'qdrant/qdrant:v([^"]+)"', (REPOSITORY / "deploy/terraform/modules/qdrant/variables.tf").read_text())[1]
    if runs != tested:
        yield f"the node runs Qdrant {runs}, tests and docker-compose.yml run {tested}"


def scopes():
    named = set(json.loads((COMMON / "scopes.json").read_text()))
    asked = {"operations"}
    for path in REPOSITORY.glob("*/src/main/java/**/*.java"):
        text = path.read_text()
        asked.update(re.findall(r'\.scope\("([a-z.]+)"', text))
        asked.update(re.findall(r'"SCOPE_([a-z.]+)"', text))
    for scope in sorted(asked - named):
        yield f"a route asks for the scope {scope}, which scopes.json does not have"


def roles_page():
    rights = json.loads(RIGHTS.read_text())
    everybody = rights.pop("everybody")
    also = {
        "executions": "starts, stops and looks at executions of enrichment",
        "answers": "answers tasks of executions it holds a token of",
        "workArea": "mounts the work area, through its access point",
        "people": "keeps reviewers: people and groups of the user pool",
        "humanLoops": "with Amazon A2I: asks workers, registers pages, reads their answers",
        "models": "asks the models of Bedrock that the environment names",
    }
    lines = ["# Who may do what", "", "The rights of each service, written from `deploy/terraform/modules/access/rights.json`"
             " by `deploy/terraform/agreement.py --write`; the", "same file makes the policies. Nothing else is allowed: no service"
             " may make or delete a queue, table or bucket, change", "rights, or reach what another alone needs. A `*` stands for all"
             " queues or tables that begin so.", "",
             f"Everybody sends to {names(everybody['sends'])}, reads {names(everybody['reads'])}, reads and writes {names(everybody['writes'])}, and"
             f" reaches {names(everybody['cache'])} in the cache.",
             "", "| service | receives | sends | reads and writes | buckets | cache | also |", "|---|---|---|---|---|---|---|"]
    for service, right in rights.items():
        buckets = [f"`{bucket}`" + {"read": " (reads)", "delete": " (deletes, too)"}.get(how, "") for bucket, how in right.get("buckets", {}).items()]
        more = [also[word] for word in right.get("also", [])]
        if right.get("schedules"):
            more.append(f"makes schedules in {names(right['schedules'])}, lending them the role `mokuroku-scheduler`")
        lines.append(f"| {service} | {names(right.get('receives', []))} | {names(right.get('sends', []))} | {names(right.get('writes', []))}"
                     f" | {', '.join(buckets)} | {names(right.get('cache', []))} | {'; '.join(more)} |")
    lines += ["", "Who receives from a queue may also look at its depth and put messages on its dead-letter queue.",
              "`search-indexer` is the same image and role as `search-api`.", "",
              "| role | may |", "|---|---|",
              "| `mokuroku-NAME-execution` | what ECS needs to start NAME: pull its image, write its log, read its own secrets |",
              "| `mokuroku-enrichment` | the state machine: send to `enrichment-tasks`, `image-requests`, `review-requests` and `enrichment-requests-dlq` |",
              "| `mokuroku-scheduler` | schedules: send to `sync-requests`, `snapshot-requests`, `schedule-requests`, `episode-updates`, `list-refresh-requests` and their dead-letter queues |",
              "| `mokuroku-collector`, `mokuroku-qdrant` | nothing |",
              "| `mokuroku-a2i` | with Amazon A2I: put answers into their bucket |", ""]
    return "\n".join(lines)


def names(values):
    return ", ".join(f"`{value}`" for value in values)


def main(arguments):
    outputs = [argument for argument in arguments if argument != "--write"]
    if "--write" in arguments:
        ROLES.write_text(roles_page())
    differences = list(wrong_settings(outputs)) + list(scopes()) + list(versions())
    if not ROLES.exists() or ROLES.read_text() != roles_page():
        differences.append("docs/operations/roles.md is older than rights.json: run deploy/terraform/agreement.py --write")
    for difference in sorted(set(differences)):
        print(difference)
    print(f"agreement: {len(set(differences))} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
