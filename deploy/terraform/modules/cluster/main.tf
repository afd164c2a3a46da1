resource "aws_ecs_cluster" "this" {
  name = var.name

  setting {
    name  = "containerInsights"
    value = "enabled"
  }

  service_connect_defaults {
    namespace = aws_service_discovery_http_namespace.this.arn
  }
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  cluster_name       = aws_ecs_cluster.this.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}

resource "aws_service_discovery_http_namespace" "this" {
  name        = var.name
  description = "Services find each other here"
}

# Every task is in this group; what they talk to lets it in.
resource "aws_security_group" "tasks" {
  name        = "${var.name}-tasks"
  description = "All services of the catalogue"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_egress_rule" "out" {
  for_each = var.ports_out

  security_group_id = aws_security_group.tasks.id
  description       = each.key
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
}

locals {
  ports_within = {
    services  = { from = 7700, to = 7704 }
    telemetry = { from = 4317, to = 4318 }
    qdrant    = { from = 6333, to = 6334 }
  }
}

resource "aws_vpc_security_group_ingress_rule" "within" {
  for_each = local.ports_within

  security_group_id            = aws_security_group.tasks.id
  referenced_security_group_id = aws_security_group.tasks.id
  description                  = "From each other: ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = each.value.from
  to_port                      = each.value.to
}

resource "aws_vpc_security_group_egress_rule" "within" {
  for_each = merge(local.ports_within, {
    redis = { from = 6379, to = 6379 }
    nfs   = { from = 2049, to = 2049 }
  })

  security_group_id = aws_security_group.tasks.id
  description       = "Within the network: ${each.key}"
  cidr_ipv4         = var.cidr
  ip_protocol       = "tcp"
  from_port         = each.value.from
  to_port           = each.value.to
}
