# Rates of one address before any of our own limits, which count by client and in smaller windows.

locals {
  firewall = length(var.rates) > 0
  # the narrowest path first, so that its own rate counts
  paths = reverse(sort(keys(var.rates)))

  managed = {
    AWSManagedRulesAmazonIpReputationList = 100
    AWSManagedRulesKnownBadInputsRuleSet  = 101
  }
}

resource "aws_wafv2_web_acl" "this" {
  count = local.firewall ? 1 : 0

  name        = var.name
  description = "Rates and known attackers"
  scope       = "REGIONAL"

  default_action {
    allow {}
  }

  custom_response_body {
    key          = "too-many"
    content_type = "APPLICATION_JSON"
    content = jsonencode({
      errors = [{ status = "429", code = "rate_limited", title = "Too many requests", detail = "One address asked too often; try again in some minutes." }]
    })
  }

  dynamic "rule" {
    for_each = local.paths
    content {
      name     = "rate-${rule.key}"
      priority = rule.key

      action {
        block {
          custom_response {
            response_code            = 429
            custom_response_body_key = "too-many"
            response_header {
              name  = "Retry-After"
              value = "300"
            }
          }
        }
      }

      statement {
        rate_based_statement {
          limit                 = var.rates[rule.value]
          aggregate_key_type    = "IP"
          evaluation_window_sec = 300

          scope_down_statement {
            byte_match_statement {
              search_string         = rule.value
              positional_constraint = "STARTS_WITH"
              field_to_match {
                uri_path {}
              }
              text_transformation {
                priority = 0
                type     = "NORMALIZE_PATH"
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        sampled_requests_enabled   = true
        metric_name                = "${var.name}-rate-${rule.key}"
      }
    }
  }

  dynamic "rule" {
    for_each = local.managed
    content {
      name     = rule.key
      priority = rule.value

      override_action {
        none {}
      }

      statement {
        managed_rule_group_statement {
          vendor_name = "AWS"
          name        = rule.key
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        sampled_requests_enabled   = true
        metric_name                = rule.key
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    sampled_requests_enabled   = true
    metric_name                = var.name
  }
}

resource "aws_wafv2_web_acl_association" "this" {
  count = local.firewall ? 1 : 0

  resource_arn = aws_lb.this.arn
  web_acl_arn  = aws_wafv2_web_acl.this[0].arn
}

resource "aws_cloudwatch_log_group" "firewall" {
  count = local.firewall ? 1 : 0

  name              = "aws-waf-logs-${var.name}"
  retention_in_days = var.log_days
  kms_key_id        = var.key_arn
}

resource "aws_wafv2_web_acl_logging_configuration" "this" {
  count = local.firewall ? 1 : 0

  resource_arn            = aws_wafv2_web_acl.this[0].arn
  log_destination_configs = [aws_cloudwatch_log_group.firewall[0].arn]

  logging_filter {
    default_behavior = "DROP"

    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ANY"
      condition {
        action_condition {
          action = "BLOCK"
        }
      }
    }
  }

  # a token is nobody's business
  redacted_fields {
    single_header {
      name = "authorization"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "blocked" {
  count = local.firewall ? 1 : 0

  alarm_name          = "${var.name}-blocked"
  alarm_description   = "The firewall refuses much. Runbook: docs/operations/alarms.md#blocked-requests"
  namespace           = "AWS/WAFV2"
  metric_name         = "BlockedRequests"
  dimensions          = { WebACL = aws_wafv2_web_acl.this[0].name, Region = data.aws_region.this.name, Rule = "ALL" }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1000
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
}

data "aws_region" "this" {}
