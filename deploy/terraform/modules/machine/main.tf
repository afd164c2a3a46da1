# A machine of our own with a disk that outlives it: its group replaces it, the new one takes the disk and the name. A
# snapshot a day is kept for a week.

locals {
  host = "${var.label}.${var.domain}"
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

  vpc_security_group_ids = [var.security_group_id]

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
    zone_id         = var.zone_id
    host            = local.host
    compose_version = var.compose_version
    files           = { for path, content in var.files : path => base64encode(content) }
    runs            = var.runs
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
  alarm_description   = "The machine ${var.name} does not run. Runbook: docs/operations/alarms.md#missing-telemetry"
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
