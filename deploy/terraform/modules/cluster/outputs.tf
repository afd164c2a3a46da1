output "name" {
  description = "The cluster's name."
  value       = aws_ecs_cluster.this.name
}

output "arn" {
  description = "The cluster."
  value       = aws_ecs_cluster.this.arn
}

output "namespace_arn" {
  description = "Where services find each other."
  value       = aws_service_discovery_http_namespace.this.arn
}

output "tasks_security_group_id" {
  description = "The group every task is in."
  value       = aws_security_group.tasks.id
}
