# What neither a mock nor the provider would notice, the modules refuse themselves.

mock_provider "aws" {
  source = "./tests/mocks/aws"
}

variables {
  name               = "example"
  cluster            = { name = "c", arn = "arn:aws:ecs:eu-central-1:111122223333:cluster/c", namespace_arn = "arn:aws:servicediscovery:eu-central-1:111122223333:namespace/ns-0123456789abcdef" }
  image              = "example:1"
  cpu                = 512
  memory             = 1024
  port               = 7700
  key_arn            = "arn:aws:kms:eu-central-1:111122223333:key/0"
  task_role_arn      = "arn:aws:iam::111122223333:role/example"
  subnet_ids         = ["subnet-1"]
  security_group_ids = ["sg-1"]
  least              = 1
  most               = 2
  region             = "eu-central-1"
  account            = "111122223333"
  alarm_topic_arn    = "arn:aws:sns:eu-central-1:111122223333:alarms"
}

run "is_closed_and_watched" {
  command = plan
  module {
    source = "./modules/service"
  }

  variables {
    queues  = { "one" = 10 }
    secrets = { A_TOKEN = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:a-AbCdEf:key::" }
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].readonlyRootFilesystem && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].user == "10001:10001"
    error_message = "A container runs read-only and unprivileged."
  }
  assert {
    condition     = aws_ecs_service.this.deployment_circuit_breaker[0].rollback
    error_message = "A failed deployment goes back by itself."
  }
  assert {
    condition     = length(aws_appautoscaling_policy.queue) == 1 && length(aws_appautoscaling_policy.latency) == 0
    error_message = "Tasks come for waiting messages where there is a queue, and for slow answers where there is a load balancer."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["missing"].comparison_operator == "LessThanThreshold" && aws_cloudwatch_metric_alarm.this["missing"].threshold == 1 && aws_cloudwatch_metric_alarm.this["memory"].threshold == 90
    error_message = "Somebody is told of missing tasks and of little memory."
  }
}

run "refuses_a_pair_that_fargate_does_not_have" {
  command = plan
  module {
    source = "./modules/service"
  }
  variables {
    cpu    = 256
    memory = 4096
  }
  expect_failures = [var.memory]
}

run "refuses_an_image_nobody_knows" {
  command = plan
  module {
    source = "./modules/service"
  }
  variables {
    image = "example:latest"
  }
  expect_failures = [var.image]
}

run "refuses_a_secret_among_settings" {
  command = plan
  module {
    source = "./modules/service"
  }
  variables {
    environment = { SOME_API_KEY = "abc" }
  }
  expect_failures = [var.environment]
}
