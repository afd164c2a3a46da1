locals {
  alarms = merge({
    memory = {
      says      = "${var.name} needs nearly all its memory", runbook = "little-memory", namespace = "AWS/ECS", metric = "MemoryUtilization"
      statistic = "Maximum", period = 300, periods = 3, above = true, threshold = 90, missing = "notBreaching"
    }
    }, var.least == 0 ? {} : {
    missing = {
      says      = "Fewer tasks of ${var.name} run than should", runbook = "missing-tasks", namespace = "ECS/ContainerInsights", metric = "RunningTaskCount"
      statistic = "Minimum", period = 60, periods = 10, above = false, threshold = var.least, missing = "breaching"
    }
  })
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "${each.value.says}. Runbook: docs/operations/alarms.md#${each.value.runbook}"
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = { ClusterName = var.cluster.name, ServiceName = aws_ecs_service.this.name }
  statistic           = each.value.statistic
  period              = each.value.period
  evaluation_periods  = each.value.periods
  comparison_operator = each.value.above ? "GreaterThanThreshold" : "LessThanThreshold"
  threshold           = each.value.threshold
  treat_missing_data  = each.value.missing
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
}
