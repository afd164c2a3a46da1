# Who reaches which machine.

locals {
  doors = {
    "4317" = "OTLP by gRPC"
    "4318" = "OTLP by HTTP"
  }
  # what the machines of data say to each other, and what SigNoz asks them
  among_data = { "9000" = "ClickHouse", "8123" = "ClickHouse by HTTP", "9009" = "Parts of tables", "9181" = "Keeper", "9234" = "Keepers among themselves" }
  to_data    = { "9000" = "ClickHouse", "8123" = "ClickHouse by HTTP" }
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

resource "aws_security_group" "data" {
  count = var.ha == null ? 0 : 1

  name        = "${var.name}-data"
  description = "Machines that keep what SigNoz knows"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "among_data" {
  for_each = var.ha == null ? {} : local.among_data

  security_group_id            = aws_security_group.data[0].id
  description                  = each.value
  referenced_security_group_id = aws_security_group.data[0].id
  ip_protocol                  = "tcp"
  from_port                    = tonumber(each.key)
  to_port                      = tonumber(each.key)
}

resource "aws_vpc_security_group_egress_rule" "among_data" {
  for_each = var.ha == null ? {} : local.among_data

  security_group_id            = aws_security_group.data[0].id
  description                  = each.value
  referenced_security_group_id = aws_security_group.data[0].id
  ip_protocol                  = "tcp"
  from_port                    = tonumber(each.key)
  to_port                      = tonumber(each.key)
}

resource "aws_vpc_security_group_ingress_rule" "to_data" {
  for_each = var.ha == null ? {} : local.to_data

  security_group_id            = aws_security_group.data[0].id
  description                  = each.value
  referenced_security_group_id = aws_security_group.this.id
  ip_protocol                  = "tcp"
  from_port                    = tonumber(each.key)
  to_port                      = tonumber(each.key)
}

resource "aws_vpc_security_group_egress_rule" "to_data" {
  for_each = var.ha == null ? {} : local.to_data

  security_group_id            = aws_security_group.this.id
  description                  = each.value
  referenced_security_group_id = aws_security_group.data[0].id
  ip_protocol                  = "tcp"
  from_port                    = tonumber(each.key)
  to_port                      = tonumber(each.key)
}

resource "aws_vpc_security_group_egress_rule" "data_out" {
  count = var.ha == null ? 0 : 1

  security_group_id = aws_security_group.data[0].id
  description       = "Images, packages and AWS"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
