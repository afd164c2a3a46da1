# Who signs in where, with which secret, and what each may do.

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
  cache_users = module.access.cache_keys
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
