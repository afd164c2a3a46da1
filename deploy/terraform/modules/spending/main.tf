# Money is counted by the tag Environment; activate it once as a cost allocation tag (docs/deploy.md).

locals {
  notices = {
    half     = { threshold = 50, type = "ACTUAL" }
    most     = { threshold = 90, type = "ACTUAL" }
    expected = { threshold = 100, type = "FORECASTED" }
  }
}

resource "aws_budgets_budget" "month" {
  name         = "${var.name}-month"
  budget_type  = "COST"
  time_unit    = "MONTHLY"
  limit_unit   = "USD"
  limit_amount = format("%.1f", var.monthly_limit_usd)

  cost_filter {
    name   = "TagKeyValue"
    values = ["user:Environment${"$"}${var.environment}"]
  }

  dynamic "notification" {
    for_each = local.notices
    content {
      comparison_operator        = "GREATER_THAN"
      threshold_type             = "PERCENTAGE"
      threshold                  = notification.value.threshold
      notification_type          = notification.value.type
      subscriber_sns_topic_arns  = [var.topic_arn]
      subscriber_email_addresses = var.emails
    }
  }
}

resource "aws_budgets_budget" "models" {
  name         = "${var.name}-models"
  budget_type  = "COST"
  time_unit    = "MONTHLY"
  limit_unit   = "USD"
  limit_amount = format("%.1f", var.bedrock_limit_usd)

  cost_filter {
    name   = "Service"
    values = ["Amazon Bedrock"]
  }

  dynamic "notification" {
    for_each = local.notices
    content {
      comparison_operator        = "GREATER_THAN"
      threshold_type             = "PERCENTAGE"
      threshold                  = notification.value.threshold
      notification_type          = notification.value.type
      subscriber_sns_topic_arns  = [var.topic_arn]
      subscriber_email_addresses = var.emails
    }
  }
}

# An account has one monitor of all services and cannot have a second, and most have theirs from AWS: it is not ours to make.
resource "aws_ce_anomaly_subscription" "at_once" {
  count = var.anomaly_monitor_arn == null ? 0 : 1

  name             = "${var.name}-at-once"
  frequency        = "IMMEDIATE"
  monitor_arn_list = [var.anomaly_monitor_arn]

  subscriber {
    type    = "SNS"
    address = var.topic_arn
  }

  threshold_expression {
    dimension {
      key           = "ANOMALY_TOTAL_IMPACT_ABSOLUTE"
      match_options = ["GREATER_THAN_OR_EQUAL"]
      values        = [tostring(var.anomaly_usd)]
    }
  }
}
