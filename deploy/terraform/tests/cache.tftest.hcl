mock_provider "aws" {
  source = "./tests/mocks/aws"
}

variables {
  name                     = "example"
  vpc_id                   = "vpc-1"
  subnet_ids               = ["subnet-1", "subnet-2", "subnet-3"]
  client_security_group_id = "sg-1"
  key_arn                  = "arn:aws:kms:eu-central-1:111122223333:key/0"
  node_type                = "cache.t4g.small"
  users                    = { reader = ["u1:*"] }
  passwords                = { reader = "0123456789abcdef" }
  secret_ids               = { reader = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:a-AbCdEf" }
  alarm_topic_arn          = "arn:aws:sns:eu-central-1:111122223333:alarms"
}

run "lets_nobody_in_without_name_and_tls" {
  command = plan
  module {
    source = "./modules/cache"
  }

  assert {
    condition     = aws_elasticache_replication_group.this.transit_encryption_mode == "required" && aws_elasticache_replication_group.this.at_rest_encryption_enabled == "true"
    error_message = "The cache is encrypted, still and under way."
  }
  assert {
    condition     = !contains([for user in aws_elasticache_user.this : user.user_name], "default") && alltrue([for user in aws_elasticache_user.this : strcontains(user.access_string, "-@all") && strcontains(user.access_string, "-@dangerous") && !strcontains(user.access_string, "~*")])
    error_message = "There is no default user, and nobody reaches all keys or dangerous commands."
  }
  assert {
    # budgets are counted by the clock of the cache, and Lettuce says who it is; neither is in a category granted above
    condition     = alltrue([for user in aws_elasticache_user.this : strcontains(user.access_string, "+time ") && strcontains(user.access_string, "+client|setinfo")])
    error_message = "Clients may ask the time and say who they are."
  }
  assert {
    condition     = aws_elasticache_replication_group.this.num_cache_clusters == 2 && aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.snapshot_retention_limit == 3
    error_message = "A replica takes over, and snapshots are kept."
  }
}

run "spreads_keys_over_shards" {
  command = plan
  module {
    source = "./modules/cache"
  }
  variables {
    shards = 3
  }

  assert {
    condition     = aws_elasticache_replication_group.this.num_node_groups == 3 && aws_elasticache_replication_group.this.replicas_per_node_group == 1 && contains(keys(output.environment), "SPRING_DATA_REDIS_CLUSTER_NODES")
    error_message = "Shards are a cluster, and services are told so."
  }
}

run "refuses_shards_that_a_lost_node_would_stop" {
  command = plan
  module {
    source = "./modules/cache"
  }
  variables {
    shards   = 3
    replicas = 0
  }
  expect_failures = [var.replicas]
}

run "refuses_a_user_of_everything" {
  command = plan
  module {
    source = "./modules/cache"
  }
  variables {
    users = { reader = ["*"] }
  }
  expect_failures = [var.users]
}
