locals {
  log_group = "/mokuroku/${var.name}"

  mounts = concat(
    var.scratch ? [{ sourceVolume = "tmp", containerPath = "/tmp", readOnly = false }] : [],
    var.work_area == null ? [] : [{ sourceVolume = "work", containerPath = var.work_area.path, readOnly = false }],
    var.volume == null ? [] : [{ sourceVolume = "data", containerPath = var.volume.path, readOnly = false }],
  )

  # every key is spelt as ECS does; one that it does not know is dropped without a word
  container = merge({
    name                   = var.name
    image                  = var.image
    essential              = true
    readonlyRootFilesystem = var.read_only
    user                   = var.user
    stopTimeout            = 60
    portMappings = concat(
      [{ name = "main", containerPort = var.port, hostPort = var.port, protocol = "tcp", appProtocol = "http" }],
      [for name, port in var.more_ports : { name = name, containerPort = port, hostPort = port, protocol = "tcp" }],
    )
    environment = [for name in sort(keys(var.environment)) : { name = name, value = var.environment[name] }]
    secrets     = [for name in sort(keys(var.secrets)) : { name = name, valueFrom = var.secrets[name] }]
    mountPoints = local.mounts
    ulimits     = [{ name = "nofile", softLimit = 20000, hardLimit = 20000 }]
    linuxParameters = {
      initProcessEnabled = true
      capabilities       = { add = [], drop = ["ALL"] }
    }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = local.log_group
        awslogs-region        = var.region
        awslogs-stream-prefix = var.name
        mode                  = "non-blocking"
        max-buffer-size       = "8m"
      }
    }
    }, var.command == null ? {} : { command = var.command }, var.health_command == null ? {} : {
    healthCheck = {
      command     = var.health_command
      interval    = 10
      timeout     = 5
      retries     = 4
      startPeriod = 120
    }
  })

  known_keys = [
    "name", "image", "essential", "readonlyRootFilesystem", "user", "stopTimeout", "portMappings", "environment",
    "secrets", "healthCheck", "mountPoints", "ulimits", "linuxParameters", "logConfiguration", "command",
  ]
}

resource "aws_cloudwatch_log_group" "this" {
  name              = local.log_group
  retention_in_days = var.log_days
  kms_key_id        = var.key_arn
}

resource "aws_ecs_task_definition" "this" {
  family                   = "mokuroku-${var.name}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  task_role_arn            = var.task_role_arn
  execution_role_arn       = aws_iam_role.execution.arn
  container_definitions    = jsonencode([local.container])

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.architecture
  }

  # belongs to whom /tmp belongs in the image, if that declares it a volume
  dynamic "volume" {
    for_each = var.scratch ? ["tmp"] : []
    content {
      name = volume.value
    }
  }

  dynamic "volume" {
    for_each = var.work_area == null ? [] : [var.work_area]
    content {
      name = "work"
      efs_volume_configuration {
        file_system_id     = volume.value.file_system_id
        transit_encryption = "ENABLED"
        authorization_config {
          access_point_id = volume.value.access_point_id
          iam             = "ENABLED"
        }
      }
    }
  }

  dynamic "volume" {
    for_each = var.volume == null ? [] : [1]
    content {
      name                = "data"
      configure_at_launch = true
    }
  }

  depends_on = [aws_cloudwatch_log_group.this]

  lifecycle {
    precondition {
      condition     = length(setsubtract(keys(local.container), local.known_keys)) == 0
      error_message = "ECS does not know ${join(", ", setsubtract(keys(local.container), local.known_keys))}."
    }
  }
}

resource "aws_ecs_service" "this" {
  name                   = var.name
  cluster                = var.cluster.arn
  task_definition        = aws_ecs_task_definition.this.arn
  desired_count          = var.least
  propagate_tags         = "SERVICE"
  enable_execute_command = false

  # one that holds its own volume is stopped before the next begins, as two would not share what they hold
  deployment_minimum_healthy_percent = var.volume == null ? 100 : 0
  deployment_maximum_percent         = var.volume == null ? 200 : 100
  availability_zone_rebalancing      = var.volume == null ? "ENABLED" : "DISABLED"
  health_check_grace_period_seconds  = length(var.target_group_arns) > 0 ? 180 : null

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    base              = min(1, var.least)
    weight            = 100 - var.spot
  }

  dynamic "capacity_provider_strategy" {
    for_each = var.spot > 0 ? [var.spot] : []
    content {
      capacity_provider = "FARGATE_SPOT"
      weight            = capacity_provider_strategy.value
    }
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  deployment_controller {
    type = "ECS"
  }

  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = var.security_group_ids
    assign_public_ip = false
  }

  service_connect_configuration {
    enabled   = true
    namespace = var.cluster.namespace_arn

    dynamic "service" {
      for_each = merge({ main = var.port }, var.more_ports)
      content {
        port_name      = service.key
        discovery_name = service.key == "main" ? var.name : "${var.name}-${service.key}"
        client_alias {
          dns_name = var.name
          port     = service.value
        }
      }
    }
  }

  dynamic "load_balancer" {
    for_each = var.target_group_arns
    content {
      target_group_arn = load_balancer.value
      container_name   = var.name
      container_port   = var.port
    }
  }

  dynamic "volume_configuration" {
    for_each = var.volume == null ? [] : [var.volume]
    content {
      name = "data"
      managed_ebs_volume {
        role_arn         = volume_configuration.value.role_arn
        size_in_gb       = volume_configuration.value.gib
        volume_type      = "gp3"
        file_system_type = "ext4"
        encrypted        = true
      }
    }
  }

  # autoscaling decides
  lifecycle {
    ignore_changes = [desired_count]
  }
}
