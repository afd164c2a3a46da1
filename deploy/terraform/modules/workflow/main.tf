locals {
  # the very file that enrichment-service registers where Terraform does not
  source = file("${path.module}/../../../../enrichment-service/src/main/resources/io/mokuroku/enrichment/enrichment.asl.json")

  values = {
    enrichment_tasks_queue_url  = var.queues["enrichment-tasks"].url
    image_requests_queue_url    = var.queues["image-requests"].url
    review_requests_queue_url   = var.queues["review-requests"].url
    enrichment_requests_dlq_url = var.queues["enrichment-requests"].dlq_url
  }

  # what is not in values stays, and is refused below
  placeholders = distinct(flatten(regexall("\\$\\{([a-z_]+)\\}", local.source)))
  definition   = templatefile("${path.module}/../../../../enrichment-service/src/main/resources/io/mokuroku/enrichment/enrichment.asl.json", merge({ for placeholder in local.placeholders : placeholder => "" }, local.values))
}

resource "aws_sfn_state_machine" "this" {
  name       = var.name
  type       = "STANDARD"
  role_arn   = aws_iam_role.this.arn
  definition = local.definition
  publish    = true

  # what executions carry is the catalogue's public data; names and errors are enough for a log
  logging_configuration {
    level                  = "ERROR"
    include_execution_data = false
    log_destination        = "${aws_cloudwatch_log_group.this.arn}:*"
  }

  lifecycle {
    precondition {
      condition     = length(setsubtract(local.placeholders, keys(local.values))) == 0
      error_message = "The definition asks for ${join(", ", setsubtract(local.placeholders, keys(local.values)))}, which this module does not fill in."
    }
  }

  depends_on = [aws_iam_role_policy.this]
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/vendedlogs/states/${var.name}"
  retention_in_days = var.log_days
  kms_key_id        = var.key_arn
}

resource "aws_iam_role" "this" {
  name               = var.name
  description        = "What executions may do"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["states.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account]
    }
  }
}

resource "aws_iam_role_policy" "this" {
  name   = "rights"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}

data "aws_iam_policy_document" "this" {
  statement {
    sid     = "Send"
    actions = ["sqs:SendMessage"]
    resources = [
      var.queues["enrichment-tasks"].arn,
      var.queues["image-requests"].arn,
      var.queues["review-requests"].arn,
      var.queues["enrichment-requests"].dlq_arn,
    ]
  }

  # deliveries of logs know no resource
  statement {
    sid = "Log"
    actions = [
      "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
    ]
    resources = ["*"]
  }
}

resource "aws_cloudwatch_metric_alarm" "failed" {
  alarm_name          = "${var.name}-failed"
  alarm_description   = "Many executions fail. Runbook: docs/operations/alarms.md#failed-executions"
  namespace           = "AWS/States"
  metric_name         = "ExecutionsFailed"
  dimensions          = { StateMachineArn = aws_sfn_state_machine.this.arn }
  statistic           = "Sum"
  period              = 3600
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 20
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "throttled" {
  alarm_name          = "${var.name}-throttled"
  alarm_description   = "Step Functions slows executions down. Runbook: docs/operations/alarms.md#failed-executions"
  namespace           = "AWS/States"
  metric_name         = "ExecutionThrottled"
  dimensions          = { StateMachineArn = aws_sfn_state_machine.this.arn }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
}
