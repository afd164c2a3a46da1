locals {
  rule_name = "mokuroku-human-loops"
}

resource "aws_scheduler_schedule_group" "this" {
  for_each = var.groups

  name = each.key
}

resource "aws_iam_role" "this" {
  name               = var.role_name
  description        = "What schedules may do"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account]
    }
  }
}

resource "aws_iam_role_policy" "this" {
  name   = "send"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "Send"
    actions   = ["sqs:SendMessage"]
    resources = flatten([for queue in var.queues : [queue.arn, queue.dlq_arn]])
  }
}

# A2I tells what becomes of questions; without A2I the rule has nothing to pass on.
resource "aws_cloudwatch_event_rule" "human_loops" {
  name        = local.rule_name
  description = "Status changes of human loops"
  event_pattern = jsonencode({
    source        = ["aws.sagemaker"]
    "detail-type" = ["SageMaker A2I HumanLoop Status Change"]
    detail        = { humanLoopName = [{ prefix = "review-" }] }
  })
}

resource "aws_cloudwatch_event_target" "human_loops" {
  rule      = aws_cloudwatch_event_rule.human_loops.name
  target_id = "review-events"
  arn       = var.review_events_queue_arn

  retry_policy {
    maximum_event_age_in_seconds = 86400
    maximum_retry_attempts       = 185
  }

  dead_letter_config {
    arn = "${var.review_events_queue_arn}-dlq"
  }
}
