# SigNoz on one machine: simple, and not highly available. With `ha` what it keeps is: ClickHouse on three machines, each
# with all data, and three Keepers that agree on it, one of each in every zone; the machine of SigNoz itself, with its
# page, its alerts and its collector, stays one. While it is away collectors keep telemetry for ten minutes; alarms of
# CloudWatch do not need it.

locals {
  domain = "telemetry.mokuroku.internal"
  places = { for place, zone in var.zones : place + 1 => zone }

  clickhouses = [for number in keys(local.places) : "clickhouse-${number}.${local.domain}"]
  keepers     = [for number in keys(local.places) : "keeper-${number}.${local.domain}"]

  alone = {
    "signoz" = {
      zone          = var.zones[0]
      group         = "signoz"
      instance_type = var.instance_type
      gib           = var.ha == null ? var.gib : var.ha.own_gib
      files = var.ha == null ? {} : {
        "/opt/data/override.yaml" = file("${path.module}/data/override.yaml")
        "/opt/data/haproxy.cfg"   = templatefile("${path.module}/data/haproxy.cfg.tftpl", { hosts = local.clickhouses })
      }
      runs = templatefile("${path.module}/signoz.sh.tftpl", {
        files_version = var.files_version, signoz_version = var.signoz_version, collector_version = var.collector_version, override = var.ha != null
      })
    }
  }
  replicas = var.ha == null ? {} : {
    for number, zone in local.places : "clickhouse-${number}" => {
      zone          = zone
      group         = "data"
      instance_type = var.ha.instance_type
      gib           = var.gib
      files = {
        "/opt/data/cluster.xml" = templatefile("${path.module}/data/cluster.xml.tftpl", {
          host = "clickhouse-${number}.${local.domain}", name = "clickhouse-${number}", hosts = local.clickhouses, keepers = local.keepers,
        })
      }
      runs = templatefile("${path.module}/data/clickhouse.sh.tftpl", { files_version = var.files_version, clickhouse_version = var.clickhouse_version })
    }
  }
  quorum = var.ha == null ? {} : {
    for number, zone in local.places : "keeper-${number}" => {
      zone          = zone
      group         = "data"
      instance_type = var.ha.keeper_type
      gib           = 10
      files         = { "/opt/data/keeper.xml" = templatefile("${path.module}/data/keeper.xml.tftpl", { number = number, keepers = local.keepers }) }
      runs          = templatefile("${path.module}/data/keeper.sh.tftpl", { clickhouse_version = var.clickhouse_version })
    }
  }
  machines = merge(local.alone, local.replicas, local.quorum)
}

module "machine" {
  source   = "../machine"
  for_each = local.machines

  name              = each.key == "signoz" ? var.name : "${var.name}-${each.key}"
  label             = each.key
  domain            = local.domain
  zone_id           = aws_route53_zone.this.zone_id
  zone_arn          = aws_route53_zone.this.arn
  subnet_id         = var.subnet_of[each.value.zone]
  zone              = each.value.zone
  security_group_id = each.value.group == "data" ? aws_security_group.data[0].id : aws_security_group.this.id
  instance_type     = each.value.instance_type
  gib               = each.value.gib
  files             = each.value.files
  runs              = each.value.runs
  partition         = var.partition
  region            = var.region
  account           = var.account
  alarm_topic_arn   = var.alarm_topic_arn
}

resource "aws_route53_zone" "this" {
  name = local.domain

  vpc {
    vpc_id = var.vpc_id
  }
}
