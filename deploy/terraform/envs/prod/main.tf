# The catalogue that people use: every part in three zones, nothing that a slip could delete.

locals {
  environment = "prod"
}

module "catalogue" {
  source = "../../modules/catalogue"

  environment         = local.environment
  zones               = [for letter in ["a", "b", "c"] : "${var.region}${letter}"]
  zone_id             = var.zone_id
  search_hostname     = "api.${var.domain}"
  people              = length(var.people_cidrs) == 0 ? null : { hostname = "reviews.${var.domain}", cidrs = var.people_cidrs }
  login_domain        = var.login_domain
  mfa                 = "ON"
  machines            = { operator = var.operator_scopes }
  image_tag           = var.image_tag
  architecture        = var.architecture
  emails              = var.emails
  anomaly_monitor_arn = var.anomaly_monitor_arn
  monthly_limit_usd   = var.monthly_limit_usd
  bedrock_limit_usd   = var.bedrock_limit_usd
  log_days            = 90
  keep                = true
  enable_a2i          = var.enable_a2i

  network = { cidr = "10.50.0.0/16" }

  sizes = {
    "sync-service"       = { cpu = 1024, memory = 2048, least = 1, most = 2 }
    "enrichment-service" = { cpu = 1024, memory = 2048, least = 2, most = 8, spot = 50 }
    "review-service"     = { cpu = 512, memory = 1024, least = 2, most = 3 }
    "episode-scheduler"  = { cpu = 512, memory = 1024, least = 1, most = 2 }
    "search-api"         = { cpu = 2048, memory = 4096, least = 3, most = 12 }
    "search-indexer"     = { cpu = 2048, memory = 4096, least = 1, most = 4 }
  }

  cache = var.cache

  qdrant             = { cloud_host = var.qdrant_cloud_host }
  providers_asked    = var.providers_asked
  filled_secrets     = setunion(var.filled_secrets, ["qdrant-api-key"])
  rotation_functions = var.rotation_functions
  models             = var.models
  telemetry          = var.telemetry
  signoz             = var.signoz
}
