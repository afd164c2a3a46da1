# SigNoz on one machine: simple, and not highly available. Its disk outlives it, its group replaces it, a snapshot a day
# is kept for a week. While it is away collectors keep telemetry for ten minutes; alarms of CloudWatch do not need it.

locals {
  domain = "telemetry.mokuroku.internal"
  host   = "signoz.${local.domain}"
  doors = {
    "4317" = "OTLP by gRPC"
    "4318" = "OTLP by HTTP"
  }
}

resource "aws_security_group" "this" {
  name        = var.name
  description = "SigNoz"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "otlp" {
  for_each = local.doors

  security_group_id            = aws_security_group.this.id
  description                  = each.value
  referenced_security_group_id = var.client_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = tonumber(each.key)
  to_port                      = tonumber(each.key)
}

resource "aws_vpc_security_group_ingress_rule" "people" {
  for_each = toset(var.viewer_cidrs)

  security_group_id = aws_security_group.this.id
  description       = "The page"
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = 8080
  to_port           = 8080
}

resource "aws_vpc_security_group_egress_rule" "out" {
  security_group_id = aws_security_group.this.id
  description       = "Images, packages and AWS"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_route53_zone" "this" {
  name = local.domain

  vpc {
    vpc_id = var.vpc_id
  }
}

resource "aws_ebs_volume" "data" {
  availability_zone = var.zone
  size              = var.gib
  type              = "gp3"
  encrypted         = true

  tags = { Name = var.name, Snapshots = var.name }
}

data "aws_default_tags" "this" {}

resource "aws_launch_template" "this" {
  name          = var.name
  image_id      = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"
  instance_type = var.instance_type

  vpc_security_group_ids = [aws_security_group.this.id]

  iam_instance_profile {
    arn = aws_iam_instance_profile.this.arn
  }

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 20
      volume_type = "gp3"
      encrypted   = true
    }
  }

  # tags of the provider do not reach what a group starts
  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume"])
    content {
      resource_type = tag_specifications.value
      tags          = merge(data.aws_default_tags.this.tags, { Name = var.name })
    }
  }

  user_data = base64encode(templatefile("${path.module}/start.sh.tftpl", {
    region          = var.region
    volume          = aws_ebs_volume.data.id
    zone_id         = aws_route53_zone.this.zone_id
    host            = local.host
    signoz_version  = var.signoz_version
    compose_version = var.compose_version
  }))
}

resource "aws_autoscaling_group" "this" {
  name                = var.name
  min_size            = 1
  max_size            = 1
  vpc_zone_identifier = [var.subnet_id]
  health_check_type   = "EC2"

  launch_template {
    id      = aws_launch_template.this.id
    version = aws_launch_template.this.latest_version
  }

  tag {
    key                 = "Name"
    value               = var.name
    propagate_at_launch = true
  }
}

resource "aws_cloudwatch_metric_alarm" "missing" {
  alarm_name          = "${var.name}-missing"
  alarm_description   = "The machine of SigNoz does not run. Runbook: docs/operations/alarms.md#missing-telemetry"
  namespace           = "AWS/EC2"
  metric_name         = "StatusCheckFailed"
  dimensions          = { AutoScalingGroupName = aws_autoscaling_group.this.name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "breaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
}
