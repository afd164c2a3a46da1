# A queue never stands alone: it has a place for what failed, a way back from there, and two alarms.

locals {
  all = merge(
    { for name, queue in var.queues : name => queue.arn },
    { for name, queue in var.queues : queue.dlq_name => queue.dlq_arn },
  )
}

resource "aws_sqs_queue" "dead" {
  for_each = var.queues

  name                      = each.value.dlq_name
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
}

resource "aws_sqs_queue" "this" {
  for_each = var.queues

  name                       = each.key
  visibility_timeout_seconds = each.value.visibility_timeout_seconds
  message_retention_seconds  = 1209600
  receive_wait_time_seconds  = 20
  sqs_managed_sse_enabled    = true
  redrive_policy = jsonencode({
    deadLetterTargetArn = each.value.dlq_arn
    maxReceiveCount     = each.value.max_receive_count
  })

  depends_on = [aws_sqs_queue.dead]
}

resource "aws_sqs_queue_redrive_allow_policy" "dead" {
  for_each = var.queues

  queue_url = aws_sqs_queue.dead[each.key].id
  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [each.value.arn]
  })
}

# Nobody sends or receives without TLS, whatever their role allows.
data "aws_iam_policy_document" "this" {
  for_each = local.all

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [each.value]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  dynamic "statement" {
    for_each = contains(keys(var.event_rules), each.key) ? [var.event_rules[each.key]] : []
    content {
      sid       = "Events"
      actions   = ["sqs:SendMessage"]
      resources = [each.value]
      principals {
        type        = "Service"
        identifiers = ["events.amazonaws.com"]
      }
      condition {
        test     = "ArnEquals"
        variable = "aws:SourceArn"
        values   = [statement.value]
      }
    }
  }
}

resource "aws_sqs_queue_policy" "this" {
  for_each = local.all

  queue_url = try(aws_sqs_queue.this[each.key].id, aws_sqs_queue.dead[trimsuffix(each.key, "-dlq")].id)
  policy    = data.aws_iam_policy_document.this[each.key].json
}

resource "aws_cloudwatch_metric_alarm" "dead" {
  for_each = var.queues

  alarm_name          = "${each.value.dlq_name}-not-empty"
  alarm_description   = "Messages of ${each.key} failed for good. Runbook: docs/operations/alarms.md#dead-letters"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.dead[each.key].name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
}

resource "aws_cloudwatch_metric_alarm" "old" {
  for_each = var.queues

  alarm_name          = "${each.key}-old"
  alarm_description   = "Messages of ${each.key} wait too long. Runbook: docs/operations/alarms.md#old-messages"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  dimensions          = { QueueName = aws_sqs_queue.this[each.key].name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = lookup(var.oldest_seconds_of, each.key, var.oldest_seconds)
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
}
