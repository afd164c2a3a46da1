mock_provider "aws" {
  source = "./tests/mocks/aws"
}

variables {
  name                     = "example"
  vpc_id                   = "vpc-1"
  zones                    = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  subnet_of                = { "eu-central-1a" = "subnet-1", "eu-central-1b" = "subnet-2", "eu-central-1c" = "subnet-3" }
  client_security_group_id = "sg-1"
  instance_type            = "m7g.xlarge"
  gib                      = 100
  partition                = "aws"
  region                   = "eu-central-1"
  account                  = "111122223333"
  alarm_topic_arn          = "arn:aws:sns:eu-central-1:111122223333:alarms"
}

run "is_one_machine" {
  command = plan
  module {
    source = "./modules/signoz"
  }

  assert {
    condition     = keys(local.machines) == ["signoz"] && length(aws_security_group.data) == 0 && local.machines["signoz"].gib == 100
    error_message = "Everything is on one machine."
  }
  assert {
    condition     = !strcontains(local.machines["signoz"].runs, "override.yaml")
    error_message = "Its own compose file is used as it is."
  }
}

run "keeps_data_in_three_zones" {
  command = plan
  module {
    source = "./modules/signoz"
  }
  variables {
    ha = { instance_type = "m7g.large", keeper_type = "t4g.small", own_gib = 30 }
  }

  assert {
    condition = alltrue([for kind in ["clickhouse", "keeper"] : length(distinct([
      for name, machine in local.machines : machine.zone if startswith(name, kind)
    ])) == 3])
    error_message = "A ClickHouse and a Keeper are in each zone."
  }
  assert {
    condition = alltrue([for number in ["1", "2", "3"] : alltrue([
      strcontains(local.machines["keeper-${number}"].files["/opt/data/keeper.xml"], "<server_id>${number}</server_id>"),
      length(regexall("<server><id>", local.machines["keeper-${number}"].files["/opt/data/keeper.xml"])) == 3,
      strcontains(local.machines["clickhouse-${number}"].files["/opt/data/cluster.xml"], "<replica>clickhouse-${number}</replica>"),
      length(regexall("<replica><host>clickhouse-[123]\\.", local.machines["clickhouse-${number}"].files["/opt/data/cluster.xml"])) == 3,
      length(regexall("<node><host>keeper-[123]\\.", local.machines["clickhouse-${number}"].files["/opt/data/cluster.xml"])) == 3,
    ])])
    error_message = "Each knows itself and all others."
  }
  assert {
    condition     = length(regexall("<shard>\n", local.machines["clickhouse-1"].files["/opt/data/cluster.xml"])) == 1
    error_message = "There is one shard, so each has everything."
  }
  assert {
    condition     = length(regexall("server clickhouse-[123] ", local.machines["signoz"].files["/opt/data/haproxy.cfg"])) == 6 && strcontains(local.machines["signoz"].runs, "-f /opt/data/override.yaml")
    error_message = "SigNoz reaches all three by one name."
  }
  assert {
    condition     = alltrue([for machine in local.machines : length(machine.runs) + sum(concat([0], [for content in values(machine.files) : length(base64encode(content))])) < 12000])
    error_message = "What a new machine is told fits into 16 KiB."
  }
  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.to_data) == 2 && alltrue([for rule in aws_vpc_security_group_ingress_rule.among_data : rule.cidr_ipv4 == null])
    error_message = "Machines of data are reached by each other and by SigNoz alone."
  }
}

run "refuses_two_zones" {
  command = plan
  module {
    source = "./modules/signoz"
  }
  variables {
    zones = ["eu-central-1a", "eu-central-1a", "eu-central-1b"]
  }
  expect_failures = [var.zones]
}

run "refuses_machines_that_its_images_do_not_run_on" {
  command = plan
  module {
    source = "./modules/machine"
  }
  variables {
    label             = "a"
    domain            = "example.internal"
    zone_id           = "Z1"
    zone_arn          = "arn:aws:route53:::hostedzone/Z1"
    subnet_id         = "subnet-1"
    zone              = "eu-central-1a"
    security_group_id = "sg-1"
    runs              = "true"
    instance_type     = "m7i.xlarge"
  }
  expect_failures = [var.instance_type]
}
