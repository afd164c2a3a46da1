#!/usr/bin/env python3
"""Rules that every plan keeps. Usage: policy.py OUTPUT...

Each OUTPUT is what `terraform test -json -verbose` printed for an environment. A run called "plan" comes from the
provider as it is and shows tags; one called "known" has what AWS would choose filled in and shows policies and
containers. Prints one line for each offence and exits with 1 if there is any.
"""
import json
import pathlib
import re
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
TAGS = {"Project", "Environment", "Owner", "CostCentre", "ManagedBy"}

# Actions that AWS grants on no resource at all, as the service authorization reference says.
WITHOUT_RESOURCE = {
    "ecr:GetAuthorizationToken",
    "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
    "scheduler:ListSchedules",
    "states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess",
}
# Policies AWS keeps itself, each for one of its own services.
MANAGED = {"AmazonECSInfrastructureRolePolicyForVolumes", "AmazonSSMManagedInstanceCore", "AWSDataLifecycleManagerServiceRole"}
# The one door of the catalogue: the load balancer of the API.
PUBLIC_DOOR = ("module.search_edge.", 443)
# Containers of others that need what ours do not: Qdrant's volume belongs to root and is written to.
ROOT_ALLOWED = {"qdrant"}


def encrypted(type_, after):
    """Whether a resource that keeps data encrypts it; None for resources that keep none."""
    def first(name):
        return (after.get(name) or [{}])[0]
    match type_:
        case "aws_dynamodb_table":
            return first("server_side_encryption").get("enabled") is True
        case "aws_sqs_queue":
            return after.get("sqs_managed_sse_enabled") is True or bool(after.get("kms_master_key_id"))
        case "aws_efs_file_system" | "aws_ebs_volume":
            return after.get("encrypted") is True
        case "aws_elasticache_replication_group":
            return str(after.get("at_rest_encryption_enabled")).lower() == "true" and after.get("transit_encryption_enabled") is True
        case "aws_cloudwatch_log_group" | "aws_secretsmanager_secret":
            return after.get("kms_key_id") != ""
        case "aws_sns_topic":
            return after.get("kms_master_key_id") != ""
        case "aws_ecr_repository":
            return first("encryption_configuration").get("encryption_type") == "KMS"
        case "aws_ecs_service":
            return all(disk["encrypted"] for volume in after.get("volume_configuration") or [] for disk in volume["managed_ebs_volume"])
        case "aws_launch_template":
            return all(str(disk["encrypted"]).lower() == "true" for mapping in after.get("block_device_mappings") or [] for disk in mapping["ebs"])
    return None


class Plan:
    """The resources that one run creates."""

    def __init__(self, environment, message):
        self.name = environment
        self.run = message["@testrun"]
        self.resources = [
            (change["address"], change["type"], change["change"]["after"], change["change"]["after_unknown"])
            for change in message["test_plan"]["resource_changes"] if change["mode"] == "managed"
        ]

    def of(self, *types):
        return [(address, after, unknown) for address, type_, after, unknown in self.resources if type_ in types]

    def offences(self):
        rules = [self.tags] if self.run == "plan" else [
            self.encryption, self.buckets, self.doors, self.rights, self.queues, self.alarms, self.services, self.tables]
        for rule in rules:
            for address, sentence in rule():
                yield f"{self.name}: {address} {sentence}"

    def tags(self):
        for address, type_, after, unknown in self.resources:
            if "tags_all" not in after and "tags_all" not in unknown:
                continue
            # made up for the test, which calls no provider for it
            if type_ == "aws_sfn_state_machine":
                continue
            missing = TAGS - set(after.get("tags_all") or {})
            if missing:
                yield address, f"lacks the tags {', '.join(sorted(missing))}"

    def encryption(self):
        for address, type_, after, unknown in self.resources:
            if encrypted(type_, {**after, **{name: None for name, value in unknown.items() if value is True}}) is False:
                yield address, "keeps data that is not encrypted"
            # a key that is nothing at all is neither chosen nor unknown
            for key in ("kms_key_id", "kms_master_key_id"):
                if type_ in ("aws_cloudwatch_log_group", "aws_secretsmanager_secret", "aws_sns_topic") and key in after and after[key] is None and not unknown.get(key):
                    yield address, "keeps data that is not encrypted with our key"

    def buckets(self):
        closed = {self.place(address) for address, after, _ in self.of("aws_s3_bucket_public_access_block") if all(
            after[name] for name in ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"))}
        sealed = {self.place(address) for address, _, _ in self.of("aws_s3_bucket_server_side_encryption_configuration")}
        for address, _, _ in self.of("aws_s3_bucket"):
            if self.place(address) not in closed:
                yield address, "may be made public"
            if self.place(address) not in sealed:
                yield address, "keeps data that is not encrypted"

    @staticmethod
    def place(address):
        """Where a resource is, without its type: parts of one bucket share it."""
        return re.sub(r"aws_[a-z0-9_]+\.", "", address)

    def doors(self):
        for address, after, _ in self.of("aws_vpc_security_group_ingress_rule"):
            if after.get("cidr_ipv4") == "0.0.0.0/0" or after.get("cidr_ipv6") == "::/0":
                part, port = PUBLIC_DOOR
                if part not in address or (after["from_port"], after["to_port"]) != (port, port):
                    yield address, "is open to the world"
        for address, after, _ in self.of("aws_security_group", "aws_default_security_group"):
            if any("0.0.0.0/0" in rule["cidr_blocks"] for rule in after.get("ingress") or []):
                yield address, "is open to the world"

    def rights(self):
        for address, after, unknown in self.of("aws_iam_role_policy", "aws_iam_policy"):
            if unknown.get("policy"):
                yield address, "is not known while planning, so nobody can check it"
                continue
            for statement in listed(json.loads(after["policy"])["Statement"]):
                yield from ((address, sentence) for sentence in self.statement(statement))
        for address, after, _ in self.of("aws_iam_role_policy_attachment"):
            if str(after.get("policy_arn")).split("/")[-1] not in MANAGED:
                yield address, "takes a policy that somebody else changes"
        for address, after, unknown in self.of("aws_sqs_queue_policy", "aws_s3_bucket_policy", "aws_sns_topic_policy", "aws_efs_file_system_policy"):
            for statement in listed(json.loads(after.get("policy") or '{"Statement":[]}')["Statement"]):
                everybody = statement.get("Principal") in ("*", {"AWS": "*"})
                if statement["Effect"] == "Allow" and everybody and not statement.get("Condition"):
                    yield address, "lets everybody in"
            if unknown.get("policy"):
                yield address, "is not known while planning, so nobody can check it"

    @staticmethod
    def statement(statement):
        if statement["Effect"] != "Allow":
            return
        if "NotAction" in statement or "NotResource" in statement:
            yield "grants all but something"
            return
        actions, resources = listed(statement["Action"]), listed(statement["Resource"])
        for action in actions:
            if "*" in action:
                yield f"grants {action}: name each action"
            if "*" in resources and action not in WITHOUT_RESOURCE:
                yield f"grants {action} on everything"

    def queues(self):
        queues = {after["name"]: (address, after) for address, after, _ in self.of("aws_sqs_queue")}
        watched = {(alarm["metric_name"], (alarm.get("dimensions") or {}).get("QueueName")) for _, alarm, _ in self.of("aws_cloudwatch_metric_alarm")}
        for name, (address, after) in queues.items():
            if name.endswith("-dlq"):
                if ("ApproximateNumberOfMessagesVisible", name) not in watched:
                    yield address, "has no alarm for messages in it"
                continue
            target = json.loads(after.get("redrive_policy") or "{}").get("deadLetterTargetArn", "").split(":")[-1]
            if target not in queues:
                yield address, "has no dead-letter queue"
            if ("ApproximateAgeOfOldestMessage", name) not in watched:
                yield address, "has no alarm for old messages"

    def alarms(self):
        for address, after, _ in self.of("aws_cloudwatch_metric_alarm"):
            if not after.get("alarm_actions") and not _.get("alarm_actions"):
                yield address, "tells nobody"
            runbook = re.search(r"Runbook: (docs/operations/[a-z-]+\.md)#([a-z0-9-]+)$", after.get("alarm_description") or "")
            if not runbook:
                yield address, "names no runbook"
            elif runbook[2] not in anchors(runbook[1]):
                yield address, f"names a runbook that is not there: {runbook[1]}#{runbook[2]}"

    def services(self):
        for address, after, _ in self.of("aws_ecs_service"):
            breaker = (after.get("deployment_circuit_breaker") or [{}])[0]
            if not (breaker.get("enable") and breaker.get("rollback")):
                yield address, "does not roll a failed deployment back"
            if any(network["assign_public_ip"] for network in after["network_configuration"]):
                yield address, "has a public address"
        for address, after, unknown in self.of("aws_ecs_task_definition"):
            if unknown.get("container_definitions"):
                yield address, "is not known while planning, so nobody can check it"
                continue
            for container in json.loads(after["container_definitions"]):
                if container["name"] in ROOT_ALLOWED:
                    continue
                if not container.get("readonlyRootFilesystem"):
                    yield address, "may change its own files"
                if container.get("user", "0").split(":")[0] in ("0", "root"):
                    yield address, "runs as root"
                if container.get("linuxParameters", {}).get("capabilities", {}).get("drop") != ["ALL"]:
                    yield address, "keeps capabilities of the kernel"

    def tables(self):
        for address, after, _ in self.of("aws_dynamodb_table"):
            if not (after.get("point_in_time_recovery") or [{}])[0].get("enabled"):
                yield address, "cannot be restored to a point in time"


def listed(value):
    return value if isinstance(value, list) else [value]


def anchors(page):
    path = REPOSITORY / page
    titles = re.findall(r"^#+ (.+)$", path.read_text(), re.MULTILINE) if path.exists() else []
    return {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in titles}


def plans(output):
    for line in pathlib.Path(output).read_text().splitlines():
        message = json.loads(line)
        if message.get("type") == "test_plan":
            yield Plan(pathlib.Path(output).stem, message)


def main(outputs):
    seen = [plan for output in outputs for plan in plans(output)]
    if not seen:
        print("policy: no plan was printed, so nothing was checked")
        return 1
    offences = sorted({offence for plan in seen for offence in plan.offences()})
    for offence in offences:
        print(offence)
    print(f"policy: {len(seen)} plans, {sum(len(plan.resources) for plan in seen)} resources, {len(offences)} offences")
    return 1 if offences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
