# Who may do what stands in rights.json, for people and for this module alike; docs/operations/roles.md shows it as a
# table. A name that ends in * means all queues or tables that begin so, each written out in the policy.

locals {
  rights    = jsondecode(file("${path.module}/rights.json"))
  everybody = local.rights.everybody
  services  = toset([for name, _ in local.rights : name if name != "everybody"])

  arn_prefix = "arn:${var.names.partition}"
  here       = "${var.names.region}:${var.names.account}"

  # what one service asked for, with what everybody may do
  asked = {
    for service in local.services : service => {
      receives  = try(local.rights[service].receives, [])
      sends     = concat(local.everybody.sends, try(local.rights[service].sends, []))
      looks_at  = try(local.rights[service].looksAt, [])
      writes    = concat(local.everybody.writes, try(local.rights[service].writes, []))
      reads     = concat(local.everybody.reads, try(local.rights[service].reads, []))
      buckets   = try(local.rights[service].buckets, {})
      schedules = try(local.rights[service].schedules, [])
      also      = try(local.rights[service].also, [])
    }
  }

  # the names of queues and tables a pattern stands for
  queues_of = { for pattern in distinct(flatten([for a in values(local.asked) : concat(a.receives, a.sends, a.looks_at)])) :
    pattern => [for name in keys(var.names.queues) : name if pattern == name || (endswith(pattern, "*") && startswith(name, trimsuffix(pattern, "*")))]
  }
  tables_of = { for pattern in distinct(flatten([for a in values(local.asked) : concat(a.writes, a.reads)])) :
    pattern => [for name in keys(var.names.tables) : name if pattern == name || (endswith(pattern, "*") && startswith(name, trimsuffix(pattern, "*")))]
  }

  granted = {
    for service, asked in local.asked : service => {
      receives = distinct(flatten([for pattern in asked.receives : local.queues_of[pattern]]))
      sends    = distinct(flatten([for pattern in asked.sends : local.queues_of[pattern]]))
      looks_at = distinct(flatten([for pattern in asked.looks_at : local.queues_of[pattern]]))
      writes   = distinct(flatten([for pattern in asked.writes : local.tables_of[pattern]]))
      reads    = distinct(flatten([for pattern in asked.reads : local.tables_of[pattern]]))
    }
  }

  unknown = distinct(concat(
    [for pattern, names in local.queues_of : pattern if length(names) == 0 && !endswith(pattern, "*")],
    [for pattern, names in local.tables_of : pattern if length(names) == 0 && !endswith(pattern, "*")],
  ))
  nobody_receives = setsubtract(keys(var.names.queues), flatten([for granted in values(local.granted) : granted.receives]))
  nobody_stores   = setsubtract(keys(var.names.buckets), flatten([for asked in values(local.asked) : [for bucket, right in asked.buckets : bucket if right != "read"]]))
  nobody_writes   = setsubtract(keys(var.names.tables), flatten([for granted in values(local.granted) : granted.writes]))
}

resource "aws_iam_role" "task" {
  for_each = local.services

  name               = "mokuroku-${each.key}"
  description        = "What ${each.key} may do"
  assume_role_policy = data.aws_iam_policy_document.trust.json

  lifecycle {
    precondition {
      condition     = length(local.unknown) == 0
      error_message = "rights.json names what resources.json does not have: ${join(", ", local.unknown)}"
    }
    precondition {
      condition     = length(local.nobody_receives) == 0
      error_message = "Nobody may receive from ${join(", ", local.nobody_receives)}: name it in rights.json."
    }
    precondition {
      condition     = length(local.nobody_stores) == 0
      error_message = "Nobody may write to the buckets ${join(", ", local.nobody_stores)}: name them in rights.json."
    }
    precondition {
      condition     = length(local.nobody_writes) == 0
      error_message = "Nobody may write to ${join(", ", local.nobody_writes)}: name it in rights.json."
    }
  }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.names.account]
    }
  }
}

resource "aws_iam_role_policy" "task" {
  for_each = local.services

  name   = "rights"
  role   = aws_iam_role.task[each.key].id
  policy = data.aws_iam_policy_document.task[each.key].json
}
