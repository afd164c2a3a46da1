# Valkey. Nobody gets in without TLS and a password of their own; there is no default user.

locals {
  clustered = var.shards > 1
}

resource "aws_elasticache_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_security_group" "this" {
  name        = "${var.name}-cache"
  description = "The cache"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  security_group_id            = aws_security_group.this.id
  description                  = "Redis protocol from the services"
  referenced_security_group_id = var.client_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
}

resource "aws_elasticache_parameter_group" "this" {
  name        = var.name
  family      = "valkey8"
  description = "Evicts what was not used for long"

  parameter {
    name  = "maxmemory-policy"
    value = "allkeys-lru"
  }

  dynamic "parameter" {
    for_each = local.clustered ? ["yes"] : []
    content {
      name  = "cluster-enabled"
      value = parameter.value
    }
  }
}

# common's CacheAccessTests signs in to a server with the very same strings
resource "aws_elasticache_user" "this" {
  for_each = var.users

  user_id       = "${var.name}-${each.key}"
  user_name     = each.key
  engine        = "valkey"
  access_string = templatefile("${path.module}/access.tftpl", { keys = join(" ", [for keys in sort(each.value) : "~${keys}"]) })

  authentication_mode {
    type      = "password"
    passwords = [var.passwords[each.key]]
  }

  # the password is changed by rotation
  lifecycle {
    ignore_changes = [authentication_mode]
  }
}

resource "aws_secretsmanager_secret_version" "this" {
  for_each = var.users

  secret_id = var.secret_ids[each.key]
  secret_string = jsonencode({
    username = each.key
    password = var.passwords[each.key]
    user_arn = aws_elasticache_user.this[each.key].arn
  })

  lifecycle {
    ignore_changes = [secret_string]
  }
}

resource "aws_elasticache_user_group" "this" {
  user_group_id = var.name
  engine        = "valkey"
  user_ids      = [for user in aws_elasticache_user.this : user.user_id]
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id = var.name
  description          = "Answers of providers, limits and lists"
  engine               = "valkey"
  engine_version       = "8.0"
  node_type            = var.node_type
  port                 = 6379
  parameter_group_name = aws_elasticache_parameter_group.this.name

  num_cache_clusters         = local.clustered ? null : var.replicas + 1
  num_node_groups            = local.clustered ? var.shards : null
  replicas_per_node_group    = local.clustered ? var.replicas : null
  automatic_failover_enabled = var.replicas > 0
  multi_az_enabled           = var.replicas > 0

  at_rest_encryption_enabled = true
  kms_key_id                 = var.key_arn
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  user_group_ids             = [aws_elasticache_user_group.this.user_group_id]

  subnet_group_name  = aws_elasticache_subnet_group.this.name
  security_group_ids = [aws_security_group.this.id]

  snapshot_retention_limit   = var.snapshot_days
  snapshot_window            = "02:00-03:00"
  maintenance_window         = "tue:03:30-tue:04:30"
  auto_minor_version_upgrade = true
  apply_immediately          = var.apply_immediately
}

locals {
  alarms = {
    full    = { metric = "DatabaseMemoryUsagePercentage", threshold = 80, periods = 3, runbook = "full-cache", says = "The cache is nearly full" }
    busy    = { metric = "EngineCPUUtilization", threshold = 80, periods = 3, runbook = "busy-cache", says = "The cache is busy" }
    evicted = { metric = "Evictions", threshold = 1000, periods = 3, runbook = "full-cache", says = "The cache drops what is still of use" }
    refused = { metric = "AuthenticationFailures", threshold = 0, periods = 1, runbook = "refused-by-the-cache", says = "Somebody signs in to the cache with a wrong password" }
  }
  first_node = local.clustered ? "${var.name}-0001-001" : "${var.name}-001"
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-cache-${each.key}"
  alarm_description   = "${each.value.says}. Runbook: docs/operations/alarms.md#${each.value.runbook}"
  namespace           = "AWS/ElastiCache"
  metric_name         = each.value.metric
  dimensions          = { CacheClusterId = local.first_node }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = each.value.periods
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  depends_on = [aws_elasticache_replication_group.this]
}
