# A small catalogue to try things in: one zone's way out, one task each, nothing that resists being deleted.

locals {
  environment = "dev"
}

module "catalogue" {
  source = "../../modules/catalogue"

  environment         = local.environment
  zones               = [for letter in ["a", "b", "c"] : "${var.region}${letter}"]
  zone_id             = var.zone_id
  search_hostname     = "api.${var.domain}"
  people              = length(var.people_cidrs) == 0 ? null : { hostname = "reviews.${var.domain}", cidrs = var.people_cidrs }
  login_domain        = var.login_domain
  mfa                 = "OPTIONAL"
  machines            = { operator = var.operator_scopes }
  image_tag           = var.image_tag
  architecture        = var.architecture
  emails              = var.emails
  anomaly_monitor_arn = var.anomaly_monitor_arn
  monthly_limit_usd   = 500
  bedrock_limit_usd   = 10
  log_days            = 7
  keep                = false

  # endpoints of AWS services cost more than the little traffic they save
  network = { cidr = "10.40.0.0/16", one_nat = true, interface_endpoints = [] }

  sizes = {
    "sync-service"       = { cpu = 512, memory = 1024, least = 1, most = 1 }
    "enrichment-service" = { cpu = 512, memory = 1024, least = 1, most = 2, spot = 100 }
    "review-service"     = { cpu = 256, memory = 1024, least = 1, most = 1 }
    "episode-scheduler"  = { cpu = 256, memory = 1024, least = 1, most = 1 }
    "search-api"         = { cpu = 1024, memory = 2048, least = 1, most = 2 }
    "search-indexer"     = { cpu = 1024, memory = 2048, least = 1, most = 1, spot = 100 }
  }

  cache  = { node_type = "cache.t4g.micro", replicas = 0, snapshot_days = 0 }
  qdrant = { node = { cpu = 512, memory = 2048, gib = 10 } }

  providers_asked = var.providers_asked
  filled_secrets  = setunion(var.filled_secrets, ["qdrant-api-key"])
  models          = var.models
  telemetry       = var.telemetry
  signoz          = var.signoz
}
