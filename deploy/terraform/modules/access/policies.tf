data "aws_iam_policy_document" "task" {
  for_each = local.services

  dynamic "statement" {
    for_each = length(local.granted[each.key].receives) > 0 ? [local.granted[each.key].receives] : []
    content {
      sid       = "Receive"
      actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"]
      resources = [for queue in statement.value : var.names.queues[queue].arn]
    }
  }

  # what a service gives up on it puts there itself, with the reason
  dynamic "statement" {
    for_each = length(local.granted[each.key].receives) > 0 ? [local.granted[each.key].receives] : []
    content {
      sid       = "GiveUp"
      actions   = ["sqs:SendMessage", "sqs:GetQueueUrl"]
      resources = [for queue in statement.value : var.names.queues[queue].dlq_arn]
    }
  }

  statement {
    sid       = "Send"
    actions   = ["sqs:SendMessage", "sqs:GetQueueUrl"]
    resources = [for queue in local.granted[each.key].sends : var.names.queues[queue].arn]
  }

  dynamic "statement" {
    for_each = length(local.granted[each.key].looks_at) > 0 ? [local.granted[each.key].looks_at] : []
    content {
      sid       = "LookAt"
      actions   = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"]
      resources = flatten([for queue in statement.value : [var.names.queues[queue].arn, var.names.queues[queue].dlq_arn]])
    }
  }

  statement {
    sid       = "ReadTables"
    actions   = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan"]
    resources = flatten([for table in distinct(concat(local.granted[each.key].reads, local.granted[each.key].writes)) : [var.names.tables[table].arn, "${var.names.tables[table].arn}/index/*"]])
  }

  statement {
    sid       = "WriteTables"
    actions   = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem"]
    resources = [for table in local.granted[each.key].writes : var.names.tables[table].arn]
  }

  statement {
    sid       = "UseTheKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [var.key_arn]
    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = [for service in ["dynamodb", "s3", "elasticfilesystem"] : "${service}.${var.names.region}.amazonaws.com"]
    }
  }

  dynamic "statement" {
    for_each = length(local.asked[each.key].buckets) > 0 ? [keys(local.asked[each.key].buckets)] : []
    content {
      sid       = "ListBuckets"
      actions   = ["s3:ListBucket", "s3:ListBucketMultipartUploads"]
      resources = [for bucket in statement.value : var.names.buckets[bucket].arn]
    }
  }

  dynamic "statement" {
    for_each = length(local.asked[each.key].buckets) > 0 ? [keys(local.asked[each.key].buckets)] : []
    content {
      sid       = "ReadBuckets"
      actions   = ["s3:GetObject"]
      resources = [for bucket in statement.value : "${var.names.buckets[bucket].arn}/*"]
    }
  }

  dynamic "statement" {
    for_each = length([for bucket, right in local.asked[each.key].buckets : bucket if right != "read"]) > 0 ? [1] : []
    content {
      sid       = "WriteBuckets"
      actions   = ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"]
      resources = [for bucket, right in local.asked[each.key].buckets : "${var.names.buckets[bucket].arn}/*" if right != "read"]
    }
  }

  dynamic "statement" {
    for_each = length([for bucket, right in local.asked[each.key].buckets : bucket if right == "delete"]) > 0 ? [1] : []
    content {
      sid       = "DeleteFromBuckets"
      actions   = ["s3:DeleteObject"]
      resources = [for bucket, right in local.asked[each.key].buckets : "${var.names.buckets[bucket].arn}/*" if right == "delete"]
    }
  }

  dynamic "statement" {
    for_each = length(local.asked[each.key].schedules) > 0 ? [local.asked[each.key].schedules] : []
    content {
      sid     = "OwnSchedules"
      actions = ["scheduler:CreateSchedule", "scheduler:UpdateSchedule", "scheduler:DeleteSchedule", "scheduler:GetSchedule", "scheduler:CreateScheduleGroup"]
      resources = flatten([for group in statement.value : [
        "${local.arn_prefix}:scheduler:${local.here}:schedule/${group}/*",
        "${local.arn_prefix}:scheduler:${local.here}:schedule-group/${group}",
      ]])
    }
  }

  # a listing cannot be granted by group
  dynamic "statement" {
    for_each = length(local.asked[each.key].schedules) > 0 ? [1] : []
    content {
      sid       = "ListSchedules"
      actions   = ["scheduler:ListSchedules"]
      resources = ["*"]
    }
  }

  dynamic "statement" {
    for_each = length(local.asked[each.key].schedules) > 0 ? [1] : []
    content {
      sid       = "LendTheRoleOfSchedules"
      actions   = ["iam:PassRole"]
      resources = ["${local.arn_prefix}:iam::${var.names.account}:role/${var.scheduler_role_name}"]
      condition {
        test     = "StringEquals"
        variable = "iam:PassedToService"
        values   = ["scheduler.amazonaws.com"]
      }
    }
  }

  dynamic "statement" {
    for_each = contains(local.asked[each.key].also, "executions") ? [1] : []
    content {
      sid     = "RunExecutions"
      actions = ["states:StartExecution", "states:StopExecution", "states:DescribeExecution", "states:GetExecutionHistory"]
      resources = [
        "${local.arn_prefix}:states:${local.here}:stateMachine:${var.state_machine_name}",
        "${local.arn_prefix}:states:${local.here}:execution:${var.state_machine_name}:*",
      ]
    }
  }

  # a task token is the right itself; these three actions know no resource
  dynamic "statement" {
    for_each = contains(local.asked[each.key].also, "answers") ? [1] : []
    content {
      sid       = "AnswerTasks"
      actions   = ["states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat"]
      resources = ["*"]
    }
  }

  dynamic "statement" {
    for_each = contains(local.asked[each.key].also, "workArea") ? [1] : []
    content {
      sid       = "MountTheWorkArea"
      actions   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
      resources = [var.file_system_arn]
    }
  }

  dynamic "statement" {
    for_each = contains(local.asked[each.key].also, "people") ? [1] : []
    content {
      sid = "KeepReviewers"
      actions = [
        "cognito-idp:AdminAddUserToGroup", "cognito-idp:AdminCreateUser", "cognito-idp:AdminDisableUser",
        "cognito-idp:AdminEnableUser", "cognito-idp:AdminGetUser", "cognito-idp:AdminListGroupsForUser",
        "cognito-idp:AdminRemoveUserFromGroup", "cognito-idp:AdminUserGlobalSignOut", "cognito-idp:ListUsersInGroup",
      ]
      resources = [var.user_pool_arn]
    }
  }

  dynamic "statement" {
    for_each = contains(local.asked[each.key].also, "humanLoops") && var.a2i != null ? [var.a2i] : []
    content {
      sid     = "AskWorkers"
      actions = ["sagemaker:StartHumanLoop", "sagemaker:ListHumanLoops", "sagemaker:DescribeHumanLoop", "sagemaker:StopHumanLoop", "sagemaker:CreateHumanTaskUi", "sagemaker:UpdateWorkteam"]
      resources = [
        "${local.arn_prefix}:sagemaker:${local.here}:flow-definition/mokuroku-reviews-*",
        "${local.arn_prefix}:sagemaker:${local.here}:workteam/private-crowd/${statement.value.workteam_name}",
        "${local.arn_prefix}:sagemaker:${local.here}:human-loop/review-*",
        "${local.arn_prefix}:sagemaker:${local.here}:human-task-ui/mokuroku-review-*",
      ]
    }
  }

  dynamic "statement" {
    for_each = contains(local.asked[each.key].also, "humanLoops") && var.a2i != null ? [var.a2i] : []
    content {
      sid       = "ReadAnswersOfWorkers"
      actions   = ["s3:GetObject", "s3:ListBucket"]
      resources = ["${local.arn_prefix}:s3:::${statement.value.answers_bucket}", "${local.arn_prefix}:s3:::${statement.value.answers_bucket}/a2i/*"]
    }
  }

  dynamic "statement" {
    for_each = contains(local.asked[each.key].also, "models") && length(var.models) > 0 ? [1] : []
    content {
      sid     = "AskModels"
      actions = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]
      resources = flatten([for region, models in var.models : [
        for model in models : "${local.arn_prefix}:bedrock:${region}::foundation-model/${model}"
      ]])
    }
  }
}
