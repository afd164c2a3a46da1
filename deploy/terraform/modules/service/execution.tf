# What ECS itself needs to start a task: the image, the log, and the secrets of this service alone.

data "aws_partition" "this" {}

resource "aws_iam_role" "execution" {
  name               = "mokuroku-${var.name}-execution"
  description        = "What starting ${var.name} needs"
  assume_role_policy = data.aws_iam_policy_document.trust.json
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
      values   = [var.account]
    }
  }
}

resource "aws_iam_role_policy" "execution" {
  name   = "start"
  role   = aws_iam_role.execution.id
  policy = data.aws_iam_policy_document.execution.json
}

data "aws_iam_policy_document" "execution" {
  statement {
    sid       = "Log"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["arn:${data.aws_partition.this.partition}:logs:${var.region}:${var.account}:log-group:${local.log_group}:*"]
  }

  dynamic "statement" {
    for_each = var.repository_arn == null ? [] : [var.repository_arn]
    content {
      sid       = "Pull"
      actions   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
      resources = [statement.value]
    }
  }

  # a token for the registry knows no resource
  dynamic "statement" {
    for_each = var.repository_arn == null ? [] : [1]
    content {
      sid       = "SignInToTheRegistry"
      actions   = ["ecr:GetAuthorizationToken"]
      resources = ["*"]
    }
  }

  dynamic "statement" {
    for_each = length(var.secrets) > 0 ? [1] : []
    content {
      sid     = "ReadSecrets"
      actions = ["secretsmanager:GetSecretValue"]
      # the ARN ends before what part of the secret is meant
      resources = distinct([for arn in values(var.secrets) : join(":", slice(split(":", arn), 0, 7))])
    }
  }

  dynamic "statement" {
    for_each = length(var.secrets) > 0 ? [1] : []
    content {
      sid       = "DecryptSecrets"
      actions   = ["kms:Decrypt"]
      resources = [var.key_arn]
      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = ["secretsmanager.${var.region}.amazonaws.com"]
      }
    }
  }
}
