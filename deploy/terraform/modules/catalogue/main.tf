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

module "secrets" {
  source = "../secrets"

  name    = "mokuroku"
  key_arn = module.key.arn
  filled_by_hand = {
    "github-token"         = "Lets sync-service ask GitHub more than 60 times an hour"
    "mal-token"            = "Client id of MyAnimeList's API"
    "animeschedule-token"  = "Application token of AnimeSchedule"
    "qdrant-api-key"       = "Key of Qdrant"
    "signoz-ingestion-key" = "Key of SigNoz Cloud"
  }
  generated          = { for service in keys(local.cache_users) : "cache-${service}" => "Password of ${service} for the cache" }
  rotation_functions = var.rotation_functions
  recovery_days      = var.keep ? 30 : 0
}

locals {
  # every service counts what clients ask, and most ask providers; families of keys: docs/operations/upstream-cache.md
  cache_users = {
    for service in ["sync-service", "enrichment-service", "review-service", "episode-scheduler", "search-api"] : service => ["u1:*"]
  }
}

module "cache" {
  source = "../cache"

  name                     = local.name
  vpc_id                   = module.network.vpc_id
  subnet_ids               = module.network.private_subnet_ids
  client_security_group_id = module.cluster.tasks_security_group_id
  key_arn                  = module.key.arn
  node_type                = var.cache.node_type
  shards                   = var.cache.shards
  replicas                 = var.cache.replicas
  snapshot_days            = var.cache.snapshot_days
  users                    = local.cache_users
  passwords                = { for service in keys(local.cache_users) : service => module.secrets.drawn["cache-${service}"] }
  secret_ids               = { for service in keys(local.cache_users) : service => module.secrets.arns["cache-${service}"] }
  apply_immediately        = !var.keep
  alarm_topic_arn          = module.notices.topic_arn
}

module "login" {
  source = "../login"

  name                = local.name
  domain              = var.login_domain
  scopes              = module.names.scopes
  search_url          = "https://${var.search_hostname}"
  portal_url          = var.people == null ? null : "https://${var.people.hostname}"
  machines            = var.machines
  mfa                 = var.mfa
  deletion_protection = var.keep
}

module "a2i" {
  source = "../a2i"
  count  = var.enable_a2i ? 1 : 0

  user_pool_id   = module.login.user_pool_id
  workteam_name  = local.workteam
  answers_bucket = local.answers_bucket
  key_arn        = module.key.arn
  account        = module.names.account
}

module "access" {
  source = "../access"

  names = {
    queues    = module.names.queues
    tables    = module.names.tables
    buckets   = module.names.buckets
    account   = module.names.account
    partition = module.names.partition
    region    = module.names.region
  }
  key_arn             = module.key.arn
  state_machine_name  = local.state_machine
  scheduler_role_name = local.scheduler_role
  file_system_arn     = module.workarea.file_system_arn
  user_pool_arn       = module.login.user_pool_arn
  models              = var.models
  a2i                 = var.enable_a2i ? { workteam_name = local.workteam, answers_bucket = local.answers_bucket } : null
}

module "search_edge" {
  source = "../edge"

  name                    = "${local.name}-search"
  internal                = false
  vpc_id                  = module.network.vpc_id
  subnet_ids              = module.network.public_subnet_ids
  allowed_cidrs           = ["0.0.0.0/0"]
  tasks_security_group_id = module.cluster.tasks_security_group_id
  port                    = local.services["search-api"].port
  hostname                = var.search_hostname
  zone_id                 = var.zone_id
  rates                   = var.rates
  deletion_protection     = var.keep
  log_days                = var.log_days
  key_arn                 = module.key.arn
  alarm_topic_arn         = module.notices.topic_arn
}

module "people_edge" {
  source = "../edge"
  count  = var.people == null ? 0 : 1

  name                    = "${local.name}-people"
  internal                = true
  vpc_id                  = module.network.vpc_id
  subnet_ids              = module.network.private_subnet_ids
  allowed_cidrs           = var.people.cidrs
  tasks_security_group_id = module.cluster.tasks_security_group_id
  port                    = local.services["review-service"].port
  hostname                = var.people.hostname
  zone_id                 = var.zone_id
  deletion_protection     = var.keep
  log_days                = var.log_days
  key_arn                 = module.key.arn
  alarm_topic_arn         = module.notices.topic_arn
}

module "qdrant" {
  source = "../qdrant"
  count  = var.qdrant.node == null ? 0 : 1

  sizes       = var.qdrant.node
  api_key_arn = module.secrets.arns["qdrant-api-key"]
  service     = local.every_service
  partition   = module.names.partition
}

module "telemetry" {
  source = "../telemetry"

  exporter          = var.telemetry.exporter
  endpoint          = var.telemetry.exporter == "self-hosted" && var.signoz != null ? module.signoz[0].endpoint : var.telemetry.endpoint
  ingestion_key_arn = contains(var.filled_secrets, "signoz-ingestion-key") ? module.secrets.arns["signoz-ingestion-key"] : null
  environment       = var.environment
  service           = local.every_service
}

module "signoz" {
  source = "../signoz"
  count  = var.signoz == null ? 0 : 1

  name                     = "mokuroku-signoz"
  vpc_id                   = module.network.vpc_id
  subnet_id                = module.network.private_subnet_of[var.zones[0]]
  zone                     = var.zones[0]
  client_security_group_id = module.cluster.tasks_security_group_id
  viewer_cidrs             = var.people == null ? [] : var.people.cidrs
  instance_type            = var.signoz.instance_type
  gib                      = var.signoz.gib
  partition                = module.names.partition
  region                   = module.names.region
  account                  = module.names.account
  alarm_topic_arn          = module.notices.topic_arn
}
