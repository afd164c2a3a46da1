output "search_url" {
  description = "Where to search."
  value       = module.search_edge.url
}

output "portal_url" {
  description = "Where people review."
  value       = one(module.people_edge[*].url)
}

output "issuer" {
  description = "Who issues tokens."
  value       = module.login.issuer
}

output "token_url" {
  description = "Where programs get theirs."
  value       = "https://${var.login_domain}.auth.${module.names.region}.amazoncognito.com/oauth2/token"
}

output "user_pool_id" {
  description = "The people."
  value       = module.login.user_pool_id
}

output "machine_client_ids" {
  description = "Programs that sign in."
  value       = module.login.machine_client_ids
}

output "explorer_client_id" {
  description = "What to enter in Swagger UI."
  value       = module.login.explorer_client_id
}

output "repositories" {
  description = "Where images are pushed to."
  value       = module.registry.urls
}

output "queue_urls" {
  description = "Queues by name."
  value       = { for name, queue in module.names.queues : name => queue.url }
}

output "bucket_names" {
  description = "Buckets by what they hold."
  value       = { for name, bucket in module.names.buckets : name => bucket.name }
}

output "pictures_address" {
  description = "Where the world sees pictures."
  value       = local.pictures_address
}

output "settings" {
  description = "Which settings each service is given, for checks."
  value       = { for name, service in module.service : name => sort(concat(keys(service.environment), service.secret_names)) }
}
