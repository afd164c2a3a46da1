# The whole catalogue, in the order in which its parts need each other. Names are the same in every environment, so an
# environment has an account of its own.

locals {
  name           = "mokuroku"
  state_machine  = "mokuroku-enrichment"
  scheduler_role = "mokuroku-scheduler"
  workteam       = "mokuroku-reviewers"
  answers_bucket = "mokuroku-reviews-${module.names.account}-${module.names.region}"
}

module "names" {
  source = "../names"
}

module "key" {
  source = "../key"

  name      = local.name
  account   = module.names.account
  partition = module.names.partition
  region    = module.names.region
}

module "notices" {
  source = "../notices"

  name    = "${local.name}-alarms"
  emails  = var.emails
  key_arn = module.key.arn
  account = module.names.account
}

module "spending" {
  source = "../spending"

  name                = "${local.name}-${var.environment}"
  environment         = var.environment
  monthly_limit_usd   = var.monthly_limit_usd
  bedrock_limit_usd   = var.bedrock_limit_usd
  anomaly_monitor_arn = var.anomaly_monitor_arn
  emails              = var.emails
  topic_arn           = module.notices.topic_arn
}

module "network" {
  source = "../network"

  name                = local.name
  region              = module.names.region
  zones               = var.zones
  cidr                = var.network.cidr
  one_nat             = var.network.one_nat
  interface_endpoints = var.network.interface_endpoints
  log_days            = var.log_days
  key_arn             = module.key.arn
}

module "queues" {
  source = "../queues"

  queues          = module.names.queues
  alarm_topic_arn = module.notices.topic_arn
  event_rules = {
    "review-events"     = module.schedules.rule_arn
    "review-events-dlq" = module.schedules.rule_arn
  }
  # a first import brings entries faster than they are enriched, and pictures wait for slow hosts
  oldest_seconds_of = { "enrichment-requests" = 86400, "image-requests" = 21600 }
}

module "tables" {
  source = "../tables"

  tables              = module.names.tables
  key_arn             = module.key.arn
  deletion_protection = var.keep
  alarm_topic_arn     = module.notices.topic_arn
}

module "buckets" {
  source = "../buckets"

  name          = local.name
  buckets       = module.names.buckets
  key_arn       = module.key.arn
  force_destroy = !var.keep
}

module "registry" {
  source = "../registry"

  images       = ["sync-service", "enrichment-service", "review-service", "episode-scheduler", "search-api"]
  key_arn      = module.key.arn
  force_delete = !var.keep
}

module "cluster" {
  source = "../cluster"

  name   = local.name
  vpc_id = module.network.vpc_id
  cidr   = module.network.cidr
  ports_out = merge(
    { "AWS, providers and pictures" = 443 },
    var.qdrant.cloud_host == null ? {} : { "Qdrant Cloud" = 6334 },
    contains(keys(var.providers_asked), "anidb") ? { "AniDB" = 9001 } : {},
  )
}

module "workarea" {
  source = "../workarea"

  name                     = "${local.name}-work"
  vpc_id                   = module.network.vpc_id
  subnet_ids               = module.network.private_subnet_ids
  client_security_group_id = module.cluster.tasks_security_group_id
  key_arn                  = module.key.arn
}

module "workflow" {
  source = "../workflow"

  name            = local.state_machine
  queues          = module.names.queues
  account         = module.names.account
  key_arn         = module.key.arn
  log_days        = var.log_days
  alarm_topic_arn = module.notices.topic_arn
}

module "schedules" {
  source = "../schedules"

  groups                  = ["mokuroku-sync", "mokuroku-snapshots", "mokuroku-episodes", "mokuroku-search"]
  role_name               = local.scheduler_role
  queues                  = [for name in ["sync-requests", "snapshot-requests", "schedule-requests", "episode-updates", "list-refresh-requests"] : module.names.queues[name]]
  account                 = module.names.account
  partition               = module.names.partition
  region                  = module.names.region
  review_events_queue_arn = module.names.queues["review-events"].arn
}
