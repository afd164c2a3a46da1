# The file that the services read is the one that Terraform reads.

mock_provider "aws" {
  source = "./tests/mocks/aws"
}

run "names" {
  module {
    source = "./modules/names"
  }

  assert {
    condition     = output.queues["enrichment-requests"].dlq_arn == "arn:aws:sqs:eu-central-1:111122223333:enrichment-requests-dlq" && output.queues["enrichment-requests"].max_receive_count == 8
    error_message = "Queues come from resources.json."
  }
  assert {
    condition     = output.tables["anime"].range_key == "part" && length(output.tables["anime"].indexes) == 2
    error_message = "Tables come from resources.json."
  }
  assert {
    condition     = output.buckets["images"].name == "mokuroku-images-111122223333-eu-central-1"
    error_message = "Buckets carry account and Region."
  }
}

run "queues" {
  command = plan
  module {
    source = "./modules/queues"
  }
  variables {
    queues          = run.names.queues
    alarm_topic_arn = "arn:aws:sns:eu-central-1:111122223333:alarms"
  }

  assert {
    condition     = length(aws_sqs_queue.this) == length(run.names.queues) && length(aws_sqs_queue.dead) == length(run.names.queues)
    error_message = "Every queue has a dead-letter queue."
  }
  assert {
    condition     = length(aws_cloudwatch_metric_alarm.dead) == length(run.names.queues) && length(aws_cloudwatch_metric_alarm.old) == length(run.names.queues)
    error_message = "Every queue has two alarms."
  }
}

run "tables" {
  command = plan
  module {
    source = "./modules/tables"
  }
  variables {
    tables          = run.names.tables
    key_arn         = "arn:aws:kms:eu-central-1:111122223333:key/0"
    alarm_topic_arn = "arn:aws:sns:eu-central-1:111122223333:alarms"
  }

  assert {
    condition     = alltrue([for table in aws_dynamodb_table.this : table.point_in_time_recovery[0].enabled && table.deletion_protection_enabled])
    error_message = "Every table can be brought back."
  }
}

run "workflow" {
  command = plan
  module {
    source = "./modules/workflow"
  }
  variables {
    name            = "example"
    queues          = run.names.queues
    account         = "111122223333"
    key_arn         = "arn:aws:kms:eu-central-1:111122223333:key/0"
    alarm_topic_arn = "arn:aws:sns:eu-central-1:111122223333:alarms"
  }

  assert {
    condition     = !strcontains(output.definition, "$${") && jsondecode(output.definition).QueryLanguage == "JSONata" && strcontains(output.definition, "https://sqs.eu-central-1.amazonaws.com/111122223333/enrichment-requests-dlq")
    error_message = "The definition of the service, with every address filled in."
  }
}
