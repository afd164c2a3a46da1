mock_provider "aws" {
  source = "./tests/mocks/aws"
}

variables {
  name    = "example"
  region  = "eu-central-1"
  zones   = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  key_arn = "arn:aws:kms:eu-central-1:111122223333:key/0"
}

run "has_three_ways_out" {
  command = plan
  module {
    source = "./modules/network"
  }

  assert {
    condition     = length(aws_subnet.private) == 3 && length(distinct([for subnet in aws_subnet.private : subnet.cidr_block])) == 3 && length(aws_nat_gateway.this) == 3
    error_message = "Three zones, each with its own way out."
  }
}

run "may_have_one_way_out" {
  command = plan
  module {
    source = "./modules/network"
  }
  variables {
    one_nat = true
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_route.nat) == 3
    error_message = "One way out serves all three zones."
  }
}

run "refuses_two_zones" {
  command = plan
  module {
    source = "./modules/network"
  }
  variables {
    zones = ["eu-central-1a", "eu-central-1b"]
  }
  expect_failures = [var.zones]
}
