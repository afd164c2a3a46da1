locals {
  every_service = {
    cluster = {
      name          = module.cluster.name
      arn           = module.cluster.arn
      namespace_arn = module.cluster.namespace_arn
    }
    subnet_ids         = module.network.private_subnet_ids
    security_group_ids = [module.cluster.tasks_security_group_id]
    key_arn            = module.key.arn
    region             = module.names.region
    account            = module.names.account
    log_days           = var.log_days
    architecture       = var.architecture
    alarm_topic_arn    = module.notices.topic_arn
  }

  pictures_address = "https://${module.buckets.images_domain}"

  # what every service is told; how Java runs is part of the image
  common = merge(module.telemetry.environment, {
    SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI = module.login.issuer
    # access tokens of Cognito name no audience; the prefix of their scopes tells whom they are for
    SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES = ""
    MOKUROKU_WEB_SCOPE_PREFIX                           = module.login.scope_prefix
    MOKUROKU_WEB_OPENAPI_AUTHORIZATION_URL              = "https://${var.login_domain}.auth.${module.names.region}.amazoncognito.com/oauth2/authorize"
    MOKUROKU_WEB_OPENAPI_TOKEN_URL                      = "https://${var.login_domain}.auth.${module.names.region}.amazoncognito.com/oauth2/token"
  })

  # what those are told who ask providers
  upstream = merge(
    { MOKUROKU_UPSTREAM_RAW_BUCKET = module.names.buckets["upstream"].name },
    { MOKUROKU_UPSTREAM_HOMEPAGE = "https://${var.search_hostname}" },
    { for name, provider in var.providers_asked : "MOKUROKU_UPSTREAM_${upper(name)}_BASE_URL" => provider.base_url },
    { for name, provider in var.providers_asked : "MOKUROKU_UPSTREAM_${upper(name)}_CLIENT" => provider.client if provider.client != null },
    { for name, provider in var.providers_asked : "MOKUROKU_UPSTREAM_${upper(name)}_CLIENT_VERSION" => tostring(provider.client_version) if provider.client_version != null },
  )
  upstream_secrets = {
    for name, setting in {
      "mal-token"           = "MOKUROKU_UPSTREAM_MAL_TOKEN"
      "animeschedule-token" = "MOKUROKU_UPSTREAM_ANIMESCHEDULE_TOKEN"
    } : setting => module.secrets.arns[name] if contains(var.filled_secrets, name)
  }

  # each service signs in to the cache under its own name
  cache = {
    for service in keys(local.cache_users) : service => {
      environment = merge(module.cache.environment, { SPRING_DATA_REDIS_USERNAME = service })
      secrets     = { SPRING_DATA_REDIS_PASSWORD = "${module.secrets.arns["cache-${service}"]}:password::" }
    }
  }

  qdrant = {
    MOKUROKU_INDEX_KIND        = "qdrant"
    MOKUROKU_INDEX_QDRANT_HOST = var.qdrant.cloud_host != null ? var.qdrant.cloud_host : one(module.qdrant[*].host)
    MOKUROKU_INDEX_QDRANT_PORT = "6334"
    MOKUROKU_INDEX_QDRANT_TLS  = tostring(var.qdrant.cloud_host != null)
  }
  qdrant_secrets = { for name in ["qdrant-api-key"] : "MOKUROKU_INDEX_QDRANT_API_KEY" => module.secrets.arns[name] if contains(var.filled_secrets, name) }

  search = {
    image = "search-api"
    role  = "search-api"
    port  = 7700
    environment = merge(local.upstream, local.qdrant, {
      MOKUROKU_EXPORTS_BUCKET             = module.names.buckets["exports"].name
      MOKUROKU_LISTS_SCHEDULE_ROLE_ARN    = module.schedules.role_arn
      MOKUROKU_PICTURES_ADDRESS           = local.pictures_address
      MOKUROKU_SEARCH_AGENTIC_ENABLED     = tostring(length(var.models) > 0)
      MOKUROKU_SEARCH_AGENTIC_CEILING_USD = tostring(var.bedrock_limit_usd)
    }, { for region in keys(var.models) : "MOKUROKU_SEARCH_AGENTIC_REGION" => region })
    secrets = merge(local.upstream_secrets, local.qdrant_secrets)
  }

  services = {
    "sync-service" = {
      image  = "sync-service"
      role   = "sync-service"
      port   = 7701
      queues = {}
      environment = {
        MOKUROKU_SYNC_BUCKET                 = module.names.buckets["releases"].name
        MOKUROKU_SYNC_WEEKLY_CRON            = var.weekly.sync
        MOKUROKU_SYNC_WEEKLY_ROLE_ARN        = module.schedules.role_arn
        MOKUROKU_EXPORTS_BUCKET              = module.names.buckets["exports"].name
        MOKUROKU_SNAPSHOTS_BUCKET            = module.names.buckets["snapshots"].name
        MOKUROKU_SNAPSHOTS_SCHEDULE_CRON     = var.weekly.snapshot
        MOKUROKU_SNAPSHOTS_SCHEDULE_ROLE_ARN = module.schedules.role_arn
      }
      secrets = { for name in ["github-token"] : "MOKUROKU_SYNC_TOKEN" => module.secrets.arns[name] if contains(var.filled_secrets, name) }
    }

    "enrichment-service" = {
      image  = "enrichment-service"
      role   = "enrichment-service"
      port   = 7702
      queues = { "enrichment-tasks" = 40, "image-requests" = 200 }
      environment = merge(local.upstream, {
        MOKUROKU_ENRICHMENT_REGISTER_STATE_MACHINE = "false"
        MOKUROKU_ENRICHMENT_STATE_MACHINE_NAME     = local.state_machine
        MOKUROKU_ENRICHMENT_STATE_MACHINE_ARN      = module.workflow.arn
        MOKUROKU_IMAGES_BUCKET                     = module.names.buckets["images"].name
        MOKUROKU_WORK_AREA                         = "/work"
      })
      secrets = local.upstream_secrets
    }

    "review-service" = {
      image  = "review-service"
      role   = "review-service"
      port   = 7703
      queues = { "review-requests" = 100 }
      environment = merge({
        MOKUROKU_UPSTREAM_RAW_BUCKET            = module.names.buckets["upstream"].name
        MOKUROKU_REVIEWS_WORKFORCE_USER_POOL_ID = module.login.user_pool_id
        MOKUROKU_REVIEWS_WORKFORCE_NEWCOMERS    = "false"
        MOKUROKU_PORTAL_SCOPES                  = join(",", module.login.portal_scopes)
        },
        var.people == null ? {} : { MOKUROKU_PORTAL_CLIENT_ID = module.login.portal_client_id },
        var.enable_a2i ? module.a2i[0].environment : {},
      )
      secrets = { for secret in aws_secretsmanager_secret.portal : "MOKUROKU_PORTAL_CLIENT_SECRET" => secret.arn }
    }

    "episode-scheduler" = {
      image  = "episode-scheduler"
      role   = "episode-scheduler"
      port   = 7704
      queues = { "episode-updates" = 200 }
      environment = merge(local.upstream, {
        MOKUROKU_EPISODES_SCHEDULES_ROLE_ARN = module.schedules.role_arn
      })
      secrets = local.upstream_secrets
    }

    # one image, two roles: this one answers, the other works on what waits
    "search-api" = merge(local.search, {
      queues      = {}
      environment = merge(local.search.environment, { MOKUROKU_SEARCH_ROLE = "api" })
    })
    "search-indexer" = merge(local.search, {
      queues      = { "catalogue-changes" = 500 }
      environment = merge(local.search.environment, { MOKUROKU_SEARCH_ROLE = "indexer" })
    })
  }
}

module "service" {
  source   = "../service"
  for_each = local.services

  name           = each.key
  cluster        = local.every_service.cluster
  image          = "${module.registry.urls[each.value.image]}:${var.image_tag}"
  repository_arn = module.registry.arns[each.value.image]
  cpu            = var.sizes[each.key].cpu
  memory         = var.sizes[each.key].memory
  least          = var.sizes[each.key].least
  most           = var.sizes[each.key].most
  spot           = var.sizes[each.key].spot
  port           = each.value.port
  queues         = each.value.queues
  environment = merge(local.common, local.cache[each.value.role].environment, each.value.environment, {
    SERVER_PORT             = tostring(each.value.port)
    SPRING_APPLICATION_NAME = each.key
  })
  secrets       = merge(local.cache[each.value.role].secrets, each.value.secrets)
  task_role_arn = module.access.role_arns[each.value.role]

  work_area = each.key != "enrichment-service" ? null : {
    file_system_id  = module.workarea.file_system_id
    access_point_id = module.workarea.access_point_id
    path            = "/work"
  }
  target_group_arns = concat(
    each.key == "search-api" ? [module.search_edge.target_group_arn] : [],
    each.key == "review-service" ? [for edge in module.people_edge : edge.target_group_arn] : [],
  )
  latency = each.key != "search-api" ? null : merge(module.search_edge.metrics, { seconds = 1 })

  subnet_ids         = local.every_service.subnet_ids
  security_group_ids = local.every_service.security_group_ids
  key_arn            = local.every_service.key_arn
  region             = local.every_service.region
  account            = local.every_service.account
  log_days           = local.every_service.log_days
  architecture       = local.every_service.architecture
  alarm_topic_arn    = local.every_service.alarm_topic_arn
}

resource "aws_secretsmanager_secret" "portal" {
  count = var.people == null ? 0 : 1

  name                    = "mokuroku/portal-client"
  description             = "Secret of the portal's client; Cognito drew it"
  kms_key_id              = module.key.arn
  recovery_window_in_days = var.keep ? 30 : 0
}

resource "aws_secretsmanager_secret_version" "portal" {
  count = var.people == null ? 0 : 1

  secret_id     = aws_secretsmanager_secret.portal[0].id
  secret_string = module.login.portal_client_secret
}
