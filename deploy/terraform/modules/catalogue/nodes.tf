# What runs beside the services: vectors, collectors, and a SigNoz of our own.

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
  zones                    = var.zones
  subnet_of                = module.network.private_subnet_of
  client_security_group_id = module.cluster.tasks_security_group_id
  viewer_cidrs             = var.people == null ? [] : var.people.cidrs
  instance_type            = var.signoz.instance_type
  gib                      = var.signoz.gib
  ha                       = var.signoz.ha ? { instance_type = var.signoz.data_type, keeper_type = var.signoz.keeper_type, own_gib = 30 } : null
  partition                = module.names.partition
  region                   = module.names.region
  account                  = module.names.account
  alarm_topic_arn          = module.notices.topic_arn
}
