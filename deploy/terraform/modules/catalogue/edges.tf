# What is reached from outside: the API by everybody, the portal by people of private networks.

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
